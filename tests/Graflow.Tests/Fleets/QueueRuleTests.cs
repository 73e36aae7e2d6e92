using Graflow.Logs;
using Graflow.Tests.Engine;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Fleets;

/// <summary>What a driver asks of its queue, and when: what the loopback's log tells is the order in which a store would have it.</summary>
public sealed class QueueRuleTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly LoopbackFleet _fleet;

    public QueueRuleTests() => _fleet = new LoopbackFleet(_clock);

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_task_is_settled_after_its_record_and_the_next_one_submitted_behind_it()
    {
        var (a, b) = (FleetNodes.Task(static n => n + 1), FleetNodes.Task(static n => n * 2));
        await using var driver = _fleet.Driver();
        Assert.Equal(12, await driver.RunAsync(FleetNodes.Workflow(a >> b), 5, new() { RunId = "r" }).OrHang());
        Assert.Equal(
            ["RunStarted", $"submit {a.Id} 1", "TaskStarted", "TaskSucceeded", $"settle {a.Id} 1", $"submit {b.Id} 1", "TaskStarted", "TaskSucceeded", $"settle {b.Id} 1", "RunSucceeded"],
            _fleet.RunOf("r").Log);
        Assert.Empty(_fleet.RunOf("r").Left);
    }

    [Fact]
    public async Task Each_attempt_is_settled_after_the_record_of_its_failure()
    {
        var calls = 0;
        var a = FleetNodes.Task(n => ++calls < 3 ? throw new IOException($"{calls}") : n).With(static o => o.Retry = new RetryOptions { MaxAttempts = 3 });
        await using var driver = _fleet.Driver();
        Assert.Equal(5, await driver.RunAsync(FleetNodes.Workflow(a.As("x") >> FleetNodes.Task(static n => n)), 5, new() { RunId = "r" }).OrHang());
        Assert.Equal(
            ["RunStarted", $"submit x/{a.Id} 1", "TaskFailed", $"settle x/{a.Id} 1", $"submit x/{a.Id} 2", "TaskFailed", $"settle x/{a.Id} 2", $"submit x/{a.Id} 3", "TaskSucceeded", $"settle x/{a.Id} 3"],
            LogWithoutStarts().Take(10));
    }

    [Fact]
    public async Task A_failure_for_good_and_a_continuation_are_settled_after_their_records()
    {
        var end = FleetNodes.Task(int (int n) => throw new IOException("no"));
        var a = FleetNodes.Task<int, int>((n, _) => new(Next.To(end, n)));
        await using var driver = _fleet.Driver();
        await Assert.ThrowsAsync<TaskFailedException>(() => driver.RunAsync(FleetNodes.Workflow(Flow.Task("zero", static (int n) => n) >> a), 5, new() { RunId = "r" }).OrHang());
        var log = LogWithoutStarts().Where(static line => line is not "StructureAdded").ToArray();
        Assert.Equal(
            [$"submit {a.Id} 1", "TaskContinued", $"settle {a.Id} 1", $"submit {a.Id}#1/{end.Id} 1", "TaskFailed", $"settle {a.Id}#1/{end.Id} 1", "TaskFailed", "RunFailed"],
            log[^8..]);
    }

    [Fact]
    public async Task What_a_race_does_not_need_is_withdrawn_and_not_settled()
    {
        var slow = FleetNodes.Task<int, int>(static async (n, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return n;
        });
        var fast = FleetNodes.Task(static n => n + 1);
        await using var driver = _fleet.Driver();
        Assert.Equal(6, await driver.RunAsync(FleetNodes.Workflow((slow | fast).First()), 5, new() { RunId = "r" }).OrHang());
        await Parked(() => _fleet.RunOf("r").Left.Count == 0);
        var log = _fleet.RunOf("r").Log;
        Assert.Contains($"withdraw {slow.Id} 1", log);
        Assert.DoesNotContain($"settle {slow.Id} 1", log);
        Assert.Contains($"settle {fast.Id} 1", log);
    }

    [Fact]
    public async Task The_end_of_a_run_withdraws_what_is_left_behind_its_last_record()
    {
        _fleet.Hold();
        var (a, b) = (FleetNodes.Task(static n => n), FleetNodes.Task(static n => n));
        await using var driver = _fleet.Driver();
        await using var run = await driver.StartAsync(FleetNodes.Workflow((a | b).Select(static t => t.Item1)), 5, new() { RunId = "r" });
        await Parked(() => _fleet.Waiting.Count == 2);
        await run.CancelAsync();
        var log = _fleet.RunOf("r").Log;
        Assert.Equal("RunCancelled", log[^3]);
        Assert.Equal(new[] { $"withdraw {a.Id} 1", $"withdraw {b.Id} 1" }.Order(StringComparer.Ordinal), log.TakeLast(2).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_suspended_run_leaves_its_tasks_and_the_next_driver_finds_what_came_of_them()
    {
        _fleet.Hold();
        var calls = 0;
        var a = FleetNodes.Task(n => n + Interlocked.Increment(ref calls));
        var flow = FleetNodes.Workflow(a >> FleetNodes.Task(static n => n * 10));
        await using (var first = _fleet.Driver())
        {
            await using var run = await first.StartAsync(flow, 5, new() { RunId = "r" });
            await Parked(() => _fleet.Waiting.Count == 1);
        }

        Assert.Equal("RunSuspended", _fleet.RunOf("r").Log[^1]);
        Assert.Equal((a.Id, 1), (_fleet.RunOf("r").Left.Single().Path, _fleet.RunOf("r").Left.Single().Number));
        _fleet.Release();
        await Parked(() => Volatile.Read(ref calls) == 1);

        await using var second = _fleet.Driver();
        await using var again = await second.ResumeAsync(flow, "r");
        Assert.Equal(60, await again.Completion.OrHang());
        Assert.Equal(1, calls);
        Assert.Equal(["RunResumed", $"submit {a.Id} 1", "TaskSucceeded", $"settle {a.Id} 1"], _fleet.RunOf("r").Log.Skip(3).Take(4));
    }

    [Fact]
    public async Task A_resumed_run_hands_over_the_attempt_that_comes_next()
    {
        var calls = 0;
        var a = FleetNodes.Task(n => ++calls == 1 ? throw new IOException("once") : n).With(static o => o.Retry = new RetryOptions { MaxAttempts = 3, Delay = TimeSpan.FromMinutes(1) });
        var flow = FleetNodes.Workflow(Flow.Task("zero", static (int n) => n) >> a);
        await using (var first = _fleet.Driver())
        {
            await using var run = await first.StartAsync(flow, 5, new() { RunId = "r" });
            await Parked(() => _fleet.RunOf("r").Log.Contains($"settle {a.Id} 1"));
        }

        await using var second = _fleet.Driver();
        await using var again = await second.ResumeAsync(flow, "r");
        Assert.DoesNotContain($"submit {a.Id} 2", _fleet.RunOf("r").Log);
        await Parked(() => _clock.ArmedTimers > 0);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(5, await again.Completion.OrHang());
        Assert.Equal((2, 1), (calls, _fleet.RunOf("r").Log.Count(line => line == $"submit {a.Id} 2")));
    }

    [Fact]
    public async Task A_lost_worker_is_another_delivery_of_the_same_attempt_and_shown_as_such()
    {
        _fleet.LosesWorker = static (_, delivery) => delivery < 3;
        var a = FleetNodes.Task<int, string>(static (n, context) => new(new Next<string>($"{n} {context.Attempt}")));
        await using var driver = _fleet.Driver();
        await using var run = await driver.StartAsync(FleetNodes.Workflow(Flow.Task("zero", static (int n) => n) >> a), 5, new() { RunId = "r" });
        Assert.Equal("5 1", await run.Completion.OrHang());
        var events = new List<RunEvent>();
        await foreach (var happened in run.Events)
        {
            events.Add(happened);
        }

        Assert.Equal(
            [(2, "its worker was lost, and worker 2 runs it now"), (3, "its worker was lost, and worker 3 runs it now")],
            events.OfType<TaskRedelivered>().Select(static told => (told.Delivery, told.Reason)));
    }

    [Fact]
    public async Task A_task_whose_workers_all_die_fails_without_another_attempt()
    {
        _fleet.LosesWorker = static (_, _) => true;
        var a = FleetNodes.Task(static n => n).With(static o => o.Retry = new RetryOptions { MaxAttempts = 5 });
        await using var driver = _fleet.Driver();
        var flow = FleetNodes.Workflow(Flow.Task("zero", static (int n) => n) >> a);
        var error = await Assert.ThrowsAsync<WorkerCrashedException>(() => driver.RunAsync(flow, 5, new() { RunId = "r" }).OrHang());
        Assert.Equal((a.Id, 3), (error.TaskId, error.Deliveries));
        Assert.Single(_fleet.RunOf("r").Log, static line => line.StartsWith("submit", StringComparison.Ordinal));

        await using var reader = _fleet.Driver();
        var read = await Assert.ThrowsAsync<WorkerCrashedException>(() => reader.RunAsync(flow, 5, new() { RunId = "r" }).OrHang());
        Assert.Equal((error.Message, a.Id, 3), (read.Message, read.TaskId, read.Deliveries));
    }

    [Fact]
    public async Task Queue_priority_handler_and_timeout_go_along()
    {
        _fleet.Hold();
        var a = FleetNodes.Task(static n => n).With(static o => (o.Queue, o.Priority, o.Handler, o.Timeout) = ("gpu", 7, "docker", TimeSpan.FromHours(1)));
        var b = FleetNodes.Task(static n => n);
        var c = FleetNodes.Task(static n => n);
        await using var driver = _fleet.Driver();
        await using var run = await driver.StartAsync(FleetNodes.Workflow((a | b | c.WithExecution(new QueueExecution("slow"))).Select(static t => t.Item1)), 5, new() { RunId = "r" });
        await Parked(() => _fleet.Waiting.Count == 3);
        var waiting = _fleet.Waiting.ToDictionary(static task => task.Attempt.TaskId);
        Assert.Equal(("gpu", 7, "docker", TimeSpan.FromHours(1)), (waiting[a.Id].Queue, waiting[a.Id].Priority, waiting[a.Id].Attempt.Handler, waiting[a.Id].Attempt.Timeout!.Value));
        Assert.Equal(("default", 0, null, null), (waiting[b.Id].Queue, waiting[b.Id].Priority, waiting[b.Id].Attempt.Handler, waiting[b.Id].Attempt.Timeout));
        Assert.Equal("slow", waiting[c.Id].Queue);
        await run.CancelAsync();
    }

    [Fact]
    public async Task Time_in_the_queue_is_no_time_of_the_attempt()
    {
        _fleet.Hold();
        var a = FleetNodes.Task(static n => n + 1).With(static o => o.Timeout = TimeSpan.FromSeconds(1));
        await using var driver = _fleet.Driver();
        await using var run = await driver.StartAsync(FleetNodes.Workflow(Flow.Task("zero", static (int n) => n) >> a), 5, new() { RunId = "r" });
        await Parked(() => _fleet.Waiting.Count == 1);
        _clock.Advance(TimeSpan.FromHours(1));
        _fleet.Release();
        Assert.Equal(6, await run.Completion.OrHang());
    }

    [Fact]
    public async Task Lambdas_and_what_a_part_places_here_run_here()
    {
        var a = FleetNodes.Task(static n => n + 1);
        await using var driver = _fleet.Driver();
        var flow = FleetNodes.Workflow(a.As("here").WithExecution(Execution.Threads(1)) >> Flow.Task("lambda", static (int n) => n * 2) >> a.As("there"));
        Assert.Equal(13, await driver.RunAsync(flow, 5, new() { RunId = "r" }).OrHang());
        Assert.Equal([$"submit there/{a.Id} 1"], _fleet.RunOf("r").Log.Where(static line => line.StartsWith("submit", StringComparison.Ordinal)));
        Assert.Equal(3, _fleet.RunOf("r").Log.Count(static line => line == $"{RecordKind.TaskStarted}"));
    }

    private IEnumerable<string> LogWithoutStarts() => _fleet.RunOf("r").Log.Where(static line => line != $"{RecordKind.TaskStarted}");

    private static Task Parked(Func<bool> condition) => Task.Run(() => SpinWait.SpinUntil(condition)).OrHang();
}
