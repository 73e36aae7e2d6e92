using Graflow.TestProgram;
using Graflow.Tests.Support;
using Graflow.Tests.Workers.Running;
using Xunit;

namespace Graflow.Tests.Engine.Waits;

/// <summary>What the clock does to waits and delays: hours cost nothing.</summary>
public sealed class WaitTimeTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly WorkflowEngine _engine;

    public WaitTimeTests() => _engine = new WorkflowEngine(o => o.TimeProvider = _clock);

    public static TheoryData<string> All => Executions.All;

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_delay_hands_its_input_on_when_its_time_has_come(string execution)
    {
        var flow = Step("a").Delay(Hour) >> Step("b");
        await using var run = await _engine.StartAsync(flow, 1, Executions.On(execution));
        await run.ParksAsync();
        _clock.Advance(Hour - TimeSpan.FromTicks(1));
        Assert.Equal(RunStatus.Waiting, run.Status);

        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(3, await run.Completion.OrHang());
        Assert.Contains("Delay(01:00:00) waits for time until 01 01:00", await Parked.EventsOf(run));
    }

    [Fact]
    public async Task A_delay_that_takes_nothing_only_orders()
    {
        var pause = Flow.Delay(Hour);
        var flow = Step("a") >> pause >> Flow.Task("b", static () => 5) >> pause >> Flow.Task("c", static () => 6);
        await using var run = await _engine.StartAsync(flow, 1);
        await run.ParksAsync();
        _clock.Advance(Hour);
        await _clock.ArmsAsync(1);
        _clock.Advance(Hour);

        Assert.Equal(6, await run.Completion.OrHang());
        Assert.Equal(2 * Hour, _clock.GetUtcNow() - new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_task_polls_by_continuing_with_a_delay()
    {
        TaskNode<int, int>? poll = null;
        poll = Flow.Task("poll", (int x) => x == 3 ? Next.Done(x) : Next.To(Flow.Delay<int>(Hour) >> poll!, x + 1));
        await using var run = await _engine.StartAsync(poll, 0);
        for (var i = 0; i < 3; i++)
        {
            await _clock.ArmsAsync(1);
            _clock.Advance(Hour);
        }

        Assert.Equal(3, await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_body_in_a_child_process_polls_too()
    {
        await using var engine = Children.Engine(o => o.TimeProvider = _clock);
        await using var run = await engine.StartAsync(Approvals.Tasks.Poll, 2, Children.One);
        for (var i = 0; i < 2; i++)
        {
            await Parked.UntilAsync(() => run.Status == RunStatus.Waiting);
            _clock.Advance(Hour);
        }

        Assert.Equal(0, await run.Completion.OrHang());
    }

    [Fact]
    public async Task No_time_is_no_wait()
    {
        await using var run = await _engine.StartAsync(Step("a").Delay(TimeSpan.Zero), 1);
        Assert.Equal(2, await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_wait_that_nobody_answers_fails_at_its_time()
    {
        await using var run = await _engine.StartAsync(Flow.WaitFor<int>("answer", Hour));
        await run.ParksAsync();
        _clock.Advance(Hour);

        var error = await Assert.ThrowsAsync<TaskTimeoutException>(() => run.Completion.OrHang());

        Assert.Equal(("answer", Hour), (error.TaskId, error.Limit));
        Assert.Equal("answer was not answered: no signal \"answer\" came within 01:00:00.", error.Message);
        Assert.Equal(["RunStarted", "answer waits for answer until 01 01:00", "answer Failed", "RunFailed"], await Parked.EventsOf(run));
    }

    [Fact]
    public async Task After_its_time_a_wait_takes_no_signal()
    {
        var flow = Flow.WaitFor<int>("answer", Hour).Try() >> Flow.Delay<Outcome<int>>(Hour);
        await using var run = await _engine.StartAsync(flow);
        await run.ParksAsync();
        _clock.Advance(Hour);

        var error = await Assert.ThrowsAsync<SignalRefusedException>(() => _engine.SignalAsync(run.Id, "answer", 1));

        Assert.EndsWith("the time of its wait is over, and no later one can come.", error.Message, StringComparison.Ordinal);
        await _clock.ArmsAsync(1);
        _clock.Advance(Hour);
        Assert.Equal("answer was not answered: no signal \"answer\" came within 01:00:00.", (await run.Completion.OrHang()).Failure!.Message);
    }

    [Fact]
    public async Task An_answer_stops_the_clock()
    {
        await using var run = await _engine.StartAsync(Flow.WaitFor<int>("answer", Hour) >> Flow.WaitFor<int>("end"));
        await run.ParksAsync();
        Assert.Equal(1, _clock.ArmedTimers);
        await _engine.SignalAsync(run.Id, "answer", 1);
        Assert.Equal(0, _clock.ArmedTimers);
        await _engine.SignalAsync(run.Id, "end", 2);
        Assert.Equal(2, await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_strict_group_fails_with_a_wait_that_timed_out()
    {
        await using var run = await _engine.StartAsync((Flow.WaitFor<int>("a", Hour) | Flow.WaitFor<int>("b")).Named("both"));
        await run.ParksAsync();
        _clock.Advance(Hour);
        Assert.Equal(RunStatus.Waiting, run.Status);
        await _engine.SignalAsync(run.Id, "b", 2);

        var error = await Assert.ThrowsAsync<ParallelGroupException>(() => run.Completion.OrHang());

        Assert.Equal(("both", "a", "b"), (error.GroupId, Assert.Single(error.Failed).TaskId, Assert.Single(error.Succeeded).TaskId));
    }

    [Fact]
    public async Task Fail_fast_frees_the_other_waits()
    {
        await using var run = await _engine.StartAsync((Flow.WaitFor<int>("a", Hour) | Flow.WaitFor<int>("b", 2 * Hour) | Flow.Delay(2 * Hour)).WithPolicy(GroupPolicy.FailFast));
        await run.ParksAsync();
        _clock.Advance(Hour);

        await Assert.ThrowsAsync<ParallelGroupException>(() => run.Completion.OrHang());

        Assert.Equal(0, _clock.ArmedTimers);
        Assert.Contains("b Cancelled", await Parked.EventsOf(run));
    }

    [Fact]
    public async Task Best_effort_goes_on_with_what_came()
    {
        await using var run = await _engine.StartAsync((Flow.WaitFor<int>("a", Hour) | Flow.WaitFor<int>("b", Hour)).WithPolicy(GroupPolicy.BestEffort));
        await run.ParksAsync();
        await _engine.SignalAsync(run.Id, "b", 2);
        await run.ParksAsync();
        _clock.Advance(Hour);

        var (a, b) = await run.Completion.OrHang();

        Assert.Equal((OutcomeKind.Failed, "a", 2), (a.Kind, a.Failure!.TaskId, b.Value));
    }

    [Fact]
    public async Task The_first_answer_wins_the_race_and_frees_the_others()
    {
        var flow = (Flow.WaitFor<int>("a", Hour) | Flow.WaitFor<int>("b", Hour)).First() >> Flow.Delay<int>(Hour);
        await using var run = await _engine.StartAsync(flow);
        await run.ParksAsync();
        await _engine.SignalAsync(run.Id, "b", 2);
        await run.ParksAsync();

        var error = await Assert.ThrowsAsync<SignalRefusedException>(() => _engine.SignalAsync(run.Id, "a", 1));

        Assert.EndsWith("its wait was cancelled, and no later one can come.", error.Message, StringComparison.Ordinal);
        _clock.Advance(Hour);
        Assert.Equal(2, await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_race_against_the_clock_falls_back()
    {
        var flow = Flow.WaitFor<string>("answer", Hour).OrElse(Flow.Task("default", static () => "nobody"));
        await using var run = await _engine.StartAsync(flow);
        await run.ParksAsync();
        _clock.Advance(Hour);
        Assert.Equal("nobody", await run.Completion.OrHang());
    }

    [Fact]
    public async Task An_element_whose_wait_times_out_is_one_failed_element()
    {
        var body = Step("keep") | Flow.WaitFor<int>("answer", Hour);
        var flow = Flow.Task("list", static (int n) => Enumerable.Range(0, n).ToList() as IReadOnlyList<int>) >> body.ForEach().WithPolicy(GroupPolicy.BestEffort);
        await using var run = await _engine.StartAsync(flow, 3);
        await run.ParksAsync();
        await _engine.SignalAsync(run.Id, "answer", 7, key: "answer[1]");
        await run.ParksAsync();
        _clock.Advance(Hour);

        var outcomes = await run.Completion.OrHang();

        Assert.Equal([OutcomeKind.Failed, OutcomeKind.Succeeded, OutcomeKind.Failed], outcomes.Select(static outcome => outcome.Kind));
        Assert.Equal((2, 7), outcomes[1].Value);
    }

    [Fact]
    public async Task Within_bounds_a_wait()
    {
        await using var run = await _engine.StartAsync((Step("a") >> Flow.WaitFor<int>("answer")).Within(Hour), 1);
        await run.ParksAsync();
        _clock.Advance(Hour);
        await Assert.ThrowsAsync<TaskTimeoutException>(() => run.Completion.OrHang());
    }

    [Fact]
    public async Task The_deadline_counts_while_a_run_waits()
    {
        await using var run = await _engine.StartAsync(Flow.WaitFor<int>("answer", 2 * Hour), new RunOptions { Deadline = Hour });
        await run.ParksAsync();
        _clock.Advance(Hour);
        await Assert.ThrowsAsync<RunDeadlineException>(() => run.Completion.OrHang());
        Assert.Equal(0, _clock.ArmedTimers);
    }

    [Fact]
    public async Task Cancelling_frees_what_waits()
    {
        var run = await _engine.StartAsync(Flow.WaitFor<int>("answer", Hour) | Flow.Delay(Hour));
        await run.ParksAsync();
        Assert.Equal(2, _clock.ArmedTimers);

        await run.CancelAsync();

        Assert.Equal((RunStatus.Cancelled, 0), (run.Status, _clock.ArmedTimers));
        await Assert.ThrowsAsync<SignalRefusedException>(() => _engine.SignalAsync(run.Id, "answer", 1));
        await run.DisposeAsync();
    }

    [Fact]
    public async Task A_run_whose_task_waits_for_its_next_attempt_runs()
    {
        var flaky = Flow.Task("flaky", static (int x, TaskContext context) => context.Attempt == 1 ? throw new InvalidOperationException() : x)
            .With(static o => o.Retry = new() { MaxAttempts = 2, Delay = Hour });
        await using var run = await _engine.StartAsync(flaky | Flow.WaitFor<int>("answer"), 4);
        await _clock.ArmsAsync(1);
        Assert.Equal(RunStatus.Running, run.Status);
        _clock.Advance(Hour);
        await run.ParksAsync();
        Assert.Equal(RunStatus.Waiting, run.Status);
        await _engine.SignalAsync(run.Id, "answer", 1);
        Assert.Equal((4, 1), await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_run_whose_body_is_awaited_runs()
    {
        var gate = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        var body = Flow.Task("body", async (int x) => { started.SetResult(); await gate.Task; return x; });
        await using var run = await _engine.StartAsync(body | Flow.Delay(Hour), 4);
        await started.Task.OrHang();
        await _clock.ArmsAsync(1);
        Assert.Equal(RunStatus.Running, run.Status);
        gate.SetResult();
        await run.ParksAsync();
        _clock.Advance(Hour);
        Assert.Equal((4, default), await run.Completion.OrHang());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public void A_timeout_that_leaves_no_time_is_refused(int ticks)
    {
        var error = Assert.Throws<FlowDefinitionException>(() => Flow.WaitFor<int>("answer", TimeSpan.FromTicks(ticks)));
        Assert.StartsWith("GRF302: WaitFor(\"answer\", ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_and_times_are_checked()
    {
        Assert.Equal("GRF302", Assert.Throws<FlowDefinitionException>(() => Flow.WaitFor<int>("a/b")).Id);
        Assert.Equal("GRF302", Assert.Throws<FlowDefinitionException>(() => Flow.WaitFor<int>("")).Id);
        Assert.Equal("GRF302", Assert.Throws<FlowDefinitionException>(() => Flow.WaitFor<int>("a", key: "")).Id);
        Assert.Equal("GRF302", Assert.Throws<FlowDefinitionException>(() => Flow.Delay(TimeSpan.FromTicks(-1))).Id);
    }

    [Fact]
    public async Task The_longest_delay_there_is_can_be_waited_for()
    {
        await using var run = await _engine.StartAsync(Flow.Delay(TimeSpan.MaxValue));
        await run.ParksAsync();
        Assert.Contains(await EventsAsync(run, 2), static entry => entry is WaitStarted { DueAt: { } due } && due == DateTimeOffset.MaxValue);
        _clock.Advance(TimeSpan.FromDays(365));
        Assert.Equal(RunStatus.Waiting, run.Status);
    }

    private static async Task<List<RunEvent>> EventsAsync<T>(Run<T> run, int count)
    {
        var events = new List<RunEvent>();
        await foreach (var entry in run.Events)
        {
            events.Add(entry);
            if (events.Count == count)
            {
                break;
            }
        }

        return events;
    }

    private static TaskNode<int, int> Step(string id) => Flow.Task(id, static (int x) => x + 1);
}
