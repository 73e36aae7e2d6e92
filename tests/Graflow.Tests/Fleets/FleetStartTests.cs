using Graflow.Runs;
using Graflow.Tests.Engine;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Fleets;

/// <summary>What a run of a fleet says of when its bodies began, and where.</summary>
public sealed class FleetStartTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly LoopbackFleet _fleet;

    public FleetStartTests() => _fleet = new LoopbackFleet(_clock) { Ago = static (_, delivery) => delivery * 3 * Second };

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task An_attempt_began_when_its_worker_did_by_the_clock_of_the_driver_in_events_and_in_the_log()
    {
        _fleet.Hold();
        var a = FleetNodes.Task(static n => n + 1);
        var flow = FleetNodes.Workflow<int, int>(a);
        await using var driver = _fleet.Driver();
        var began = _clock.GetUtcNow();
        await using (var run = await driver.StartAsync(flow, 5, new() { RunId = "r" }))
        {
            await Task.Run(() => SpinWait.SpinUntil(() => _fleet.Waiting.Count == 1)).OrHang();
            _clock.Advance(10 * Second);
            _fleet.Release();
            Assert.Equal(6, await run.Completion.OrHang());
            AssertTimes(await Events(run));
        }

        AssertTimes(await driver.Runs.EventsAsync("r"));
        await using var resumed = await driver.ResumeAsync(flow, "r");
        AssertTimes(await Events(resumed));

        void AssertTimes(IReadOnlyList<RunEvent> events)
        {
            var started = Assert.Single(events.OfType<TaskStarted>());
            Assert.Equal((a.Id, 1, "worker 1", began + (7 * Second)), (started.TaskId, started.Attempt, started.Worker, started.Time));
            Assert.Equal(began + (10 * Second), Assert.Single(events.OfType<TaskSucceeded>()).Time);
        }
    }

    [Fact]
    public async Task An_attempt_whose_worker_was_lost_began_once_and_says_who_has_it_now()
    {
        _fleet.LosesWorker = static (_, delivery) => delivery == 1;
        await using var driver = _fleet.Driver();
        await using var run = await driver.StartAsync(FleetNodes.Workflow<int, int>(FleetNodes.Task(static n => n + 1)), 5, new() { RunId = "r" });
        Assert.Equal(6, await run.Completion.OrHang());
        var events = await Events(run);
        Assert.Equal(["worker 1"], events.OfType<TaskStarted>().Select(static started => started.Worker));
        Assert.Equal([(2, "its worker was lost, and worker 2 runs it now")], events.OfType<TaskRedelivered>().Select(static lost => (lost.Delivery, lost.Reason)));
        Assert.Equal(["TaskStarted", "TaskRedelivered", "TaskSucceeded"], events.OfType<TaskEvent>().Select(static happened => happened.GetType().Name));
    }

    [Fact]
    public async Task An_attempt_that_came_to_no_worker_begins_where_it_ends()
    {
        var a = FleetNodes.Task(int (int n) => throw new IOException("down")).With(static o =>
        {
            o.CircuitBreaker = new() { Failures = 1, Reset = TimeSpan.FromHours(1) };
            o.Retry = new RetryOptions { MaxAttempts = 2 };
        });
        await using var driver = _fleet.Driver();
        await using var run = await driver.StartAsync(FleetNodes.Workflow<int, int>(a), 5, new() { RunId = "r" });
        await Assert.ThrowsAsync<CircuitOpenException>(() => run.Completion.OrHang());
        var events = await Events(run);
        Assert.Equal([(1, "worker 1"), (2, null)], events.OfType<TaskStarted>().Select(static started => (started.Attempt, started.Worker)));
        Assert.Equal(["TaskStarted", "TaskFailed", "TaskStarted", "TaskFailed"], events.OfType<TaskEvent>().Select(static happened => happened.GetType().Name));
    }

    [Fact]
    public async Task Why_leaves_what_workers_began_to_their_queues()
    {
        await using var driver = _fleet.Driver();
        await using var run = await driver.StartAsync(FleetNodes.Workflow<int, int>(FleetNodes.Task(static n => n + 1)), 5, new() { RunId = "r" });
        Assert.Equal(6, await run.Completion.OrHang());
        var begun = (await Events(run)).TakeWhile(static happened => happened is not TaskSucceeded).ToList();
        Assert.IsType<TaskStarted>(begun[^1]);
        RunInfo info = new() { RunId = "r", Workflow = "shop", StartedAt = _clock.GetUtcNow(), LastWriteAt = _clock.GetUtcNow(), DrivenBy = "d" };
        Assert.StartsWith("Run r is driven by d,", Assert.Single(FleetReasons.Of(info, begun, new Graflow.Fleets.FleetRun("shop@1") { DrivenBy = "d" })).Text, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<RunEvent>> Events<T>(Run<T> run)
    {
        List<RunEvent> events = [];
        await foreach (var happened in run.Events)
        {
            events.Add(happened);
        }

        return events;
    }
}
