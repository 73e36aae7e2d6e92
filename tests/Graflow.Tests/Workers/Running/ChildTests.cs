using System.Collections.Concurrent;
using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Graflow.Tests.Support;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Graflow.Tests.Workers.Running;

/// <summary>What a body sees in a child process, and what its run sees of it.</summary>
public sealed class ChildTests : IAsyncLifetime
{
    private readonly WorkflowEngine _engine = Children.Engine();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _engine.DisposeAsync().AsTask();

    [Fact]
    public async Task A_body_runs_in_another_process_and_the_next_one_in_the_same()
    {
        var first = await _engine.RunAsync(Bodies.Tasks.ProcessId, Children.One).OrHang();
        var second = await _engine.RunAsync(Bodies.Tasks.ProcessId, Children.One).OrHang();

        Assert.NotEqual(Environment.ProcessId, first);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task The_handler_process_isolates_one_task()
    {
        var flow = Flow.Task("here", static () => Environment.ProcessId) | Bodies.Tasks.ProcessId.With(static o => o.Handler = "process");

        var (here, there) = await _engine.RunAsync(flow).OrHang();

        Assert.Equal(Environment.ProcessId, here);
        Assert.NotEqual(Environment.ProcessId, there);
    }

    [Fact]
    public async Task Inside_processes_the_handler_process_takes_one_of_them()
    {
        var flow = Bodies.Tasks.ProcessId.As("plain") | Bodies.Tasks.ProcessId.As("isolated").With(static o => o.Handler = "process");

        var (plain, isolated) = await _engine.RunAsync(flow, Children.One).OrHang();

        Assert.Equal(plain, isolated);
    }

    [Fact]
    public async Task A_nearer_execution_keeps_bodies_here()
    {
        var flow = Bodies.Tasks.ProcessId.As("there") | Bodies.Tasks.ProcessId.As("here").WithExecution(Execution.Threads());

        var (there, here) = await _engine.RunAsync(flow, Children.One).OrHang();

        Assert.Equal((false, true), (there == Environment.ProcessId, here == Environment.ProcessId));
    }

    [Fact]
    public async Task Lambdas_and_projections_run_here()
    {
        var flow = Bodies.Tasks.Nothing >> Flow.Task("lambda", static (int _) => Environment.ProcessId) >> Bodies.Tasks.Nothing.As("again");

        Assert.Equal(Environment.ProcessId, await _engine.RunAsync(flow, 1, Children.One).OrHang());
    }

    [Fact]
    public async Task A_handler_of_the_user_runs_here_and_its_body_there()
    {
        await using var engine = Children.Engine(static o => o.Handlers.Add("noting", new NotingHandler()));
        var task = Bodies.Tasks.ProcessId.With(static o => o.Handler = "noting");

        var there = await engine.RunAsync(task, Children.One).OrHang();

        Assert.NotEqual(Environment.ProcessId, there);
        Assert.Equal((Environment.ProcessId, there), NotingHandler.Last);
    }

    [Fact]
    public async Task Lines_of_the_console_come_in_order_and_before_the_end()
    {
        await using var run = await _engine.StartAsync(Bodies.Tasks.Print, 20, Children.One);
        await run.Completion.OrHang();

        var told = await ToldAsync(run);

        Assert.IsType<TaskSucceeded>(told[^2]);
        Assert.Equal(
            [.. Enumerable.Range(0, 20).SelectMany(static i => new[] { $"StandardOutput out {i}", $"StandardError err {i}" }), "StandardOutput no end"],
            told.OfType<TaskLogged>().Select(static line => $"{line.Stream} {line.Line}"));
    }

    [Fact]
    public async Task The_console_shows_what_bodies_print()
    {
        var output = new StringWriter { NewLine = "\n" };
        await using (var engine = Children.Engine(o =>
        {
            o.TimeProvider = new ManualTimeProvider();
            o.Observers.Add(new ConsoleObserver(output));
        }))
        {
            await engine.RunAsync(Bodies.Tasks.Print, 1, Children.One with { RunId = "r1" }).OrHang();
        }

        Assert.Equal(
            ["started: Bodies.Print", "Bodies.Print started", "Bodies.Print | out 0", "Bodies.Print | err 0", "Bodies.Print | no end", "Bodies.Print succeeded in 0 ms", "succeeded in 0 ms: 1 task done"],
            output.ToString().TrimEnd('\n').Split('\n').Select(static line => line.Replace("[r1] ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_written_past_the_console_disturbs_nothing()
    {
        await using var run = await _engine.StartAsync(Bodies.Tasks.PrintRaw >> Bodies.Tasks.PrintRaw.As("again"), 1000, Children.One);

        Assert.Equal(1000, await run.Completion.OrHang());
        Assert.DoesNotContain(await ToldAsync(run), static told => told is TaskRedelivered);
    }

    [Fact]
    public async Task Progress_and_log_lines_reach_the_run()
    {
        var logged = new ConcurrentQueue<string>();
        await using var engine = Children.Engine(o => o.LoggerFactory = LoggerFactory.Create(builder => builder.AddProvider(new Recording(logged))));
        await using var run = await engine.StartAsync(Bodies.Tasks.Tell, Children.One);
        await run.Completion.OrHang();

        Assert.Equal([(0.25, "quarter"), (0.5, null)], (await ToldAsync(run)).OfType<TaskProgressed>().Select(static p => (p.Fraction, p.Text)));
        Assert.Contains("Graflow.Task Warning log of the child", logged);
    }

    [Fact]
    public async Task Services_are_those_that_the_program_gave_when_it_began_to_serve() =>
        Assert.Equal("Hello from the child, Ada", await _engine.RunAsync(Bodies.Tasks.Greet, "Ada", Children.One).OrHang());

    [Fact]
    public async Task Instance_tasks_are_made_there_for_each_attempt() =>
        Assert.Equal(3, await _engine.RunAsync(Counter.Tasks.Next >> Counter.Tasks.Next.As("again"), 1, Children.One).OrHang());

    [Fact]
    public async Task The_channel_is_the_runs_own()
    {
        var flow = Bodies.Tasks.CountInChannel.As("a") | Bodies.Tasks.CountInChannel.As("b");

        var (a, b) = await _engine.RunAsync(flow, 100, Children.Two).OrHang();

        Assert.Equal(200, Math.Max(a, b));
    }

    [Fact]
    public async Task A_body_can_cancel_its_run()
    {
        var cancelled = await Assert.ThrowsAsync<RunCancelledException>(() => _engine.RunAsync(Bodies.Tasks.Stop, Children.One).OrHang());

        Assert.Equal("Bodies.Stop: enough", cancelled.Reason);
    }

    [Fact]
    public async Task A_body_that_throws_fails_with_its_type_and_text_and_the_child_goes_on()
    {
        var failed = await Assert.ThrowsAsync<TaskFailedException>(() => _engine.RunAsync(Bodies.Tasks.Half, 3, Children.One).OrHang());

        Assert.Equal("System.ArgumentException", failed.Failure.ErrorType);
        Assert.Contains("3 is odd", failed.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, await _engine.RunAsync(Bodies.Tasks.Half, 4, Children.One).OrHang());
    }

    [Fact]
    public async Task Ten_megabytes_go_there_and_back()
    {
        var bytes = new byte[10 * 1024 * 1024];
        new Random(7).NextBytes(bytes);

        var reversed = await _engine.RunAsync(Bodies.Tasks.Reverse, [.. bytes], Children.One).OrHang();

        Array.Reverse(bytes);
        Assert.True(bytes.AsSpan().SequenceEqual(reversed));
    }

    [Fact]
    public async Task The_span_of_the_attempt_is_the_parent_there()
    {
        using var listener = new System.Diagnostics.ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Graflow",
            Sample = static (ref _) => System.Diagnostics.ActivitySamplingResult.AllDataAndRecorded,
        };
        System.Diagnostics.ActivitySource.AddActivityListener(listener);

        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-01$", await _engine.RunAsync(Bodies.Tasks.Trace, Children.One).OrHang());
    }

    [Fact]
    public async Task A_task_that_no_module_registers_is_refused_before_anything_runs()
    {
        var refused = await Assert.ThrowsAsync<NotSerializableException>(() => _engine.RunAsync(Nodes.Unregistered, 1, Children.One));

        Assert.Equal("GRF201", refused.Id);
        Assert.Contains("Nodes.Unregistered is to run in another process", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_ran_on_threads_is_judged_again_for_processes()
    {
        Assert.Equal(1, await _engine.RunAsync(Nodes.Unregistered, 1));
        await Assert.ThrowsAsync<NotSerializableException>(() => _engine.RunAsync(Nodes.Unregistered, 1, Children.One));
    }

    private static async Task<List<RunEvent>> ToldAsync<TOut>(Run<TOut> run)
    {
        var told = new List<RunEvent>();
        await foreach (var next in run.Events)
        {
            told.Add(next);
        }

        return told;
    }
}
