using System.Diagnostics;
using System.Globalization;
using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Workers.Running;

/// <summary>Children are shared, bounded, watched and let go.</summary>
public sealed class PoolTests
{
    [Fact]
    public async Task Runs_that_ask_for_the_same_number_share_the_children()
    {
        await using var engine = Children.Engine();

        var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => engine.RunAsync(Bodies.Tasks.ProcessId, Children.Two))).OrHang();

        Assert.InRange(ids.Distinct().Count(), 1, 2);
    }

    [Fact]
    public async Task Never_more_bodies_at_once_than_processes()
    {
        await using var engine = Children.Engine();
        var runs = new List<Run<int>>();
        for (var i = 0; i < 5; i++)
        {
            runs.Add(await engine.StartAsync(Bodies.Tasks.WaitForToken.As($"w{i}"), i, Children.Two));
        }

        // Two have begun; each that ends lets another one begin.
        for (var left = runs.Count; left > 0; left--)
        {
            var begun = await BegunAsync(runs, Math.Min(left, 2));
            Assert.Equal(Math.Min(left, 2), begun.Count);
            await begun[0].CancelAsync().OrHang();
            runs.Remove(begun[0]);
        }
    }

    [Fact]
    public async Task An_engine_that_was_disposed_of_says_so_to_those_who_need_a_child()
    {
        var engine = Children.Engine();
        await engine.DisposeAsync();

        var failed = await Assert.ThrowsAsync<TaskFailedException>(() => engine.RunAsync(Bodies.Tasks.ProcessId, Children.One).OrHang());

        Assert.StartsWith("The engine was disposed of", failed.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Idle_children_are_ended_after_their_time()
    {
        var clock = new ManualTimeProvider();
        await using var engine = Children.Engine(o =>
        {
            o.TimeProvider = clock;
            o.Workers.IdleTimeout = TimeSpan.FromMinutes(2);
        });
        var id = await engine.RunAsync(Bodies.Tasks.ProcessId, Children.One).OrHang();
        using var child = System.Diagnostics.Process.GetProcessById(id);

        clock.Advance(TimeSpan.FromSeconds(110));
        Assert.Equal(id, await engine.RunAsync(Bodies.Tasks.ProcessId, Children.One).OrHang());
        clock.Advance(TimeSpan.FromSeconds(110));
        Assert.Equal(id, await engine.RunAsync(Bodies.Tasks.ProcessId, Children.One).OrHang());
        clock.Advance(TimeSpan.FromSeconds(126));

        await child.WaitForExitAsync().OrHang();
        Assert.NotEqual(id, await engine.RunAsync(Bodies.Tasks.ProcessId, Children.One).OrHang());
    }

    [Fact]
    public async Task A_child_that_does_not_answer_is_killed_and_its_task_redelivered()
    {
        var clock = new ManualTimeProvider();
        await using var engine = Children.Engine(o => o.TimeProvider = clock);
        await using var run = await engine.StartAsync(Bodies.Tasks.WaitForToken, 1, Children.One);
        // The last word of its child, which nothing that was under way follows.
        var process = (await Children.BegunAsync(run))[0];
        await Children.StopAsync(process);
        clock.Advance(TimeSpan.FromSeconds(36));
        var again = (await Children.BegunAsync(run, times: 2))[0];

        Assert.NotEqual(process, again);
        await Children.GoneAsync(process);
        await foreach (var told in run.Events)
        {
            if (told is TaskRedelivered redelivered)
            {
                Assert.EndsWith("was killed because it did not answer for 00:00:30", redelivered.Reason, StringComparison.Ordinal);
                break;
            }
        }

        await run.CancelAsync().OrHang();
    }

    [Fact]
    public async Task Calls_that_were_sent_ahead_go_to_a_child_that_has_nothing_to_do()
    {
        await using var engine = Children.Engine();
        // Short bodies first, so that calls are sent ahead; then one that waits until all others are done, whichever child they were sent to.
        await engine.RunAsync(Bodies.Tasks.Nothing.ForEach(), Enumerable.Range(0, 500).ToArray(), Children.Two).OrHang();
        var flow = (Bodies.Tasks.WaitForKey | (Flow.Task("numbers", static (string _) => (IReadOnlyList<int>)[.. Enumerable.Range(0, 300)]) >> Bodies.Tasks.Nothing.ForEach() >> Flow.Task("done", static async (IReadOnlyList<int> done, TaskContext context) =>
        {
            await context.Channel.SetAsync("key", done.Count);
            return done.Count;
        }))).WithExecution(Execution.Processes(2));

        Assert.Equal((300, 300), await engine.RunAsync(flow, "key").OrHang());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void No_processes_are_refused(int count) =>
        Assert.Equal("GRF302", Assert.Throws<FlowDefinitionException>(() => Execution.Processes(count)).Id);

    [Fact]
    public async Task Ten_thousand_tasks_and_ten_crashes_leave_no_descriptor_open()
    {
        var info = new ProcessStartInfo(Environment.ProcessPath!, [Children.Program, "count-descriptors"]) { RedirectStandardOutput = true };
        using var parent = Process.Start(info)!;
        var told = await parent.StandardOutput.ReadToEndAsync().OrHang();
        await parent.WaitForExitAsync().OrHang();

        var (before, after, sum) = told.Split(' ') is [var first, var second, var third]
            ? (int.Parse(first, CultureInfo.InvariantCulture), int.Parse(second, CultureInfo.InvariantCulture), long.Parse(third, CultureInfo.InvariantCulture))
            : default;
        Assert.Equal(2 * 4999 * 5000 / 2, sum);
        // The runtime may open one of its own meanwhile.
        Assert.InRange(after, 1, before + 2);
    }

    private static async Task<List<Run<int>>> BegunAsync(List<Run<int>> runs, int count)
    {
        var begun = runs.Select(run => (Run: run, Begun: Children.BegunAsync(run))).ToList();
        while (begun.Count(static one => one.Begun.IsCompletedSuccessfully) < count)
        {
            await Task.WhenAny(begun.Where(static one => !one.Begun.IsCompleted).Select(static one => one.Begun)).OrHang();
        }

        return [.. begun.Where(static one => one.Begun.IsCompletedSuccessfully).Select(static one => one.Run)];
    }
}
