using Graflow.Engine;
using Graflow.Fleets;
using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Graflow.Tests.Engine.Waits;
using Graflow.Tests.Support;
using Graflow.Tests.Workers.Running;
using Graflow.Workers;
using Xunit;

namespace Graflow.Tests.Fleets;

/// <summary>One attempt in a worker of a fleet: bytes in, bytes out, and an end whatever the body does.</summary>
public sealed class AttemptRunnerTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly WorkflowEngine _engine;
    private readonly AttemptRunner _runner;
    private readonly FleetPort _port;

    public AttemptRunnerTests()
    {
        Graflow.Generated.Graflow_TestProgram.Module.Register();
        _engine = new WorkflowEngine(o =>
        {
            o.TimeProvider = _clock;
            FleetCases.Configure(o);
        });
        _runner = new AttemptRunner(_engine);
        _port = new FleetPort(_clock);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_body_gets_its_input_and_what_the_run_knows_of_the_attempt()
    {
        var attempt = Of("FleetBodies.Context") with { Path = "eu/FleetBodies.Context[3]#2", Number = 4, Iteration = 2 };
        Assert.Equal("True eu/FleetBodies.Context[3]#2 4 2 True 5", (await ReadAsync<int, string>(attempt, 5)).Next.Value);
        Assert.Equal("Hello from the child, you", (await ReadAsync<string, string>(Of("FleetBodies.Served"), "you")).Next.Value);
    }

    [Fact]
    public async Task Recorded_writes_come_beside_the_reply_and_not_in_it()
    {
        var result = await RunAsync(Of("FleetBodies.Records") with { Number = 2 }, 5);
        Assert.True(result.Succeeded);
        Assert.Equal(["sum", "attempts"], result.Writes.Select(static write => write.Key));
        var (next, requests) = AttemptReply.Read<int, int>(result.Reply.Span, default);
        Assert.Equal((5, 0), (next.Value, requests!.Writes.Count));
        _port.Memory.Commit(result.Writes);
        Assert.Equal(5, await _port.Memory.GetAsync("sum", 0L));
        Assert.Equal([2], await _port.Memory.GetAsync("attempts", new List<int>()));
    }

    [Fact]
    public async Task A_failed_body_records_nothing()
    {
        var result = await RunAsync(Of("FleetBodies.Records"), 5);
        Assert.Equal((false, 0), (result.Succeeded, result.Writes.Count));
        Assert.Equal("first", Assert.Throws<RemoteTaskException>(() => AttemptReply.Read<int, int>(result.Reply.Span, default)).Message);
    }

    [Fact]
    public async Task A_task_or_a_handler_that_is_not_here_is_told_as_such()
    {
        var task = await Assert.ThrowsAsync<FlowDefinitionException>(() => ReadAsync<int, int>(Of("Nobody.Has"), 5));
        Assert.Equal("Nobody.Has: the worker that took it has no task Nobody.Has. Build and deploy workers, and what starts runs, from the same sources.", task.Message);
        var handler = await Assert.ThrowsAsync<FlowDefinitionException>(() => ReadAsync<int, int>(Of("FleetBodies.Inc") with { Handler = "missing" }, 5));
        Assert.Equal("GRF301", handler.Id);
    }

    [Fact]
    public async Task What_a_body_says_goes_to_its_run_while_it_runs()
    {
        await ReadAsync<int, int>(Of("FleetBodies.Reports"), 5);
        Assert.Equal(["0.5 half of 5", "Warning: at 5"], _port.Said);
    }

    [Fact]
    public async Task A_handler_of_the_worker_calls_the_body()
    {
        Assert.Equal(7, (await ReadAsync<int, int>(Of("FleetBodies.Handled") with { Handler = "twice" }, 5)).Next.Value);
        Assert.Equal(2, await _port.Memory.GetAsync("calls", 0L));
    }

    [Fact]
    public async Task A_deaf_body_that_takes_too_long_is_abandoned_and_has_no_effect_any_more()
    {
        using var gate = new ManualResetEventSlim();
        var late = new TaskCompletionSource<string>();
        var began = new TaskCompletionSource();
        var node = FleetNodes.Task<int, int>((n, context) =>
        {
            began.SetResult();
            gate.Wait(CancellationToken.None);
            late.SetResult(string.Join(" | ", LateCalls(context)));
            return new(new Next<int>(n));
        });
        var running = RunAsync(Of(node.Id) with { Timeout = TimeSpan.FromSeconds(10) }, 5);
        await began.Task.OrHang();
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(running.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var result = await running.OrHang();
        var error = Assert.Throws<TaskTimeoutException>(() => AttemptReply.Read<int, int>(result.Reply.Span, default));
        Assert.Equal((node.Id, TimeSpan.FromSeconds(10), false), (error.TaskId, error.Limit, result.Succeeded));
        gate.Set();
        var words = $"This attempt is over ({node.Id}, attempt 1); it can no longer act on the run. Await all work that a task starts, and observe the CancellationToken.";
        Assert.Equal(string.Join(" | ", Enumerable.Repeat(words, 6)), await late.Task.OrHang());
        Assert.Empty(_port.Said);
        Assert.Empty(await _port.Memory.KeysAsync());
    }

    [Fact]
    public async Task The_clock_of_an_attempt_stops_with_its_body()
    {
        Assert.Equal(6, (await ReadAsync<int, int>(Of("FleetBodies.Inc") with { Timeout = TimeSpan.FromDays(100) }, 5)).Next.Value);
        Assert.Equal(0, _clock.ArmedTimers);
    }

    [Fact]
    public async Task A_body_that_ends_by_its_token_leaves_nothing()
    {
        using var source = new CancellationTokenSource();
        var running = RunAsync(Of("FleetBodies.Forever"), 5, source.Token);
        await source.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.OrHang());
        Assert.Equal(source.Token, error.CancellationToken);
        Assert.Equal(0, _clock.ArmedTimers);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(Of("FleetBodies.Inc"), 5, source.Token).OrHang());
    }

    [Fact]
    public async Task A_deaf_body_is_abandoned_when_its_time_to_end_is_over()
    {
        using var source = new CancellationTokenSource();
        var gate = new TaskCompletionSource<int>();
        var began = new TaskCompletionSource();
        var node = FleetNodes.Task<int, int>(async (_, context) =>
        {
            began.SetResult();
            return await gate.Task;
        });
        var running = RunAsync(Of(node.Id), 5, source.Token);
        await began.Task.OrHang();
        await source.CancelAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(running.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.OrHang());
        gate.SetResult(1);
    }

    [Fact]
    public async Task A_body_that_ends_well_in_spite_of_its_token_has_its_result()
    {
        using var source = new CancellationTokenSource();
        var gate = new TaskCompletionSource<int>();
        var began = new TaskCompletionSource();
        var node = FleetNodes.Task<int, int>(async (n, context) =>
        {
            began.SetResult();
            return n + await gate.Task;
        });
        var running = RunAsync(Of(node.Id), 5, source.Token);
        await began.Task.OrHang();
        await source.CancelAsync();
        gate.SetResult(2);
        Assert.Equal(7, AttemptReply.Read<int, int>((await running.OrHang()).Reply.Span, default).Next.Value);
    }

    [Fact]
    public async Task A_cancel_of_the_bodys_own_is_a_failure()
    {
        var error = await Assert.ThrowsAsync<RemoteTaskException>(() => ReadAsync<string, int>(Of("FleetBodies.Wrong"), "cancel"));
        Assert.Equal(("System.OperationCanceledException", "somebody else's"), (error.RemoteType, error.Message));
    }

    [Fact]
    public async Task An_input_that_cannot_be_read_is_a_failure_that_names_the_task()
    {
        var result = await _runner.RunAsync(Of("FleetBodies.Inc"), new byte[2], _port, default).AsTask().OrHang();
        Assert.Equal("FleetBodies.Inc: int cannot be read at byte 0. 4 bytes are needed, 2 are left.", Assert.Throws<PayloadException>(() => AttemptReply.Read<int, int>(result.Reply.Span, default)).Message);
    }

    [Fact]
    public async Task A_body_in_a_child_process_has_its_output_its_channel_and_its_writes()
    {
        await using var engine = Children.Engine();
        var runner = new AttemptRunner(engine);
        var print = await runner.RunAsync(Of("Bodies.Print") with { Handler = "process" }, PayloadSerializer.Serialize(1), _port, default).AsTask().OrHang();
        Assert.True(print.Succeeded);
        Assert.Equal(["StandardError: err 0", "StandardOutput: no end", "StandardOutput: out 0"], _port.Said.Order(StringComparer.Ordinal));
        var count = await runner.RunAsync(Of("Bodies.CountInChannel") with { Handler = "process", Timeout = TimeSpan.FromMinutes(1) }, PayloadSerializer.Serialize(3), _port, default).AsTask().OrHang();
        Assert.Equal(3, AttemptReply.Read<int, long>(count.Reply.Span, default).Next.Value);
        var recorded = await runner.RunAsync(Of("Crossing.Recorded") with { Handler = "process", Number = 2 }, PayloadSerializer.Serialize(5), _port, default).AsTask().OrHang();
        Assert.Equal(["recorded", "attempt", "notes"], recorded.Writes.Select(static write => write.Key));
        Assert.Equal(5, AttemptReply.Read<int, int>(recorded.Reply.Span, default).Next.Value);
    }

    [Fact]
    public async Task A_child_process_is_killed_with_a_body_that_takes_too_long()
    {
        await using var engine = Children.Engine(o => o.TimeProvider = _clock);
        var attempt = Of("Bodies.Spin") with { Handler = "process", Timeout = TimeSpan.FromSeconds(5) };
        var running = new AttemptRunner(engine).RunAsync(attempt, PayloadSerializer.Serialize(""), _port, default).AsTask();
        await Parked.UntilAsync(() => !_port.Said.IsEmpty);

        _clock.Advance(TimeSpan.FromSeconds(5));
        var result = await running.OrHang();

        Assert.Throws<TaskTimeoutException>(() => AttemptReply.Read<string, Unit>(result.Reply.Span, default));
        Assert.StartsWith("StandardOutput: begun ", _port.Said.Single(), StringComparison.Ordinal);
        await Children.WhileTimePassesAsync(_clock, Children.GoneAsync(int.Parse(_port.Said.Single().Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_bodys_span_belongs_to_its_attempts()
    {
        var attempt = Of("Bodies.Trace") with { TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" };
        Assert.Equal(attempt.TraceParent, (await ReadAsync<Unit, string>(attempt, default)).Next.Value);
    }

    private static IEnumerable<string> LateCalls(TaskContext<int> context)
    {
        Action[] calls =
        [
            () => context.ReportProgress(0.5), () => context.OnSuccess(static w => w.Set("key", 1)), () => context.NextIteration(1), () => context.CancelRun("late"),
            () => context.NextTask(FleetBodies.Tasks.Inc, 1), () => context.Channel.SetAsync("key", 1).AsTask().GetAwaiter().GetResult(),
        ];
        foreach (var call in calls)
        {
            yield return Assert.Throws<AttemptEndedException>(call).Message;
        }
    }

    private static QueuedAttempt Of(string task) => new("run", task, task, 1);

    private Task<AttemptResult> RunAsync<TIn>(QueuedAttempt attempt, TIn input, CancellationToken ct = default) => _runner.RunAsync(attempt, PayloadSerializer.Serialize(input), _port, ct).AsTask();

    private async Task<(Next<TOut> Next, AttemptRequests<TIn>? Requests)> ReadAsync<TIn, TOut>(QueuedAttempt attempt, TIn input) =>
        AttemptReply.Read<TIn, TOut>((await RunAsync(attempt, input).OrHang()).Reply.Span, default);
}
