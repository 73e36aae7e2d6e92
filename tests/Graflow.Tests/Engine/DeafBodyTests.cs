using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Engine;

/// <summary>A body that ignores its token holds up nobody.</summary>
public sealed class DeafBodyTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly DeafBody _deaf = new();
    private readonly Journal _journal = new();
    private readonly WorkflowEngine _engine;

    public DeafBodyTests() => _engine = new(o => o.TimeProvider = _clock);

    public static TheoryData<string, bool> All => Combine(Executions.All);

    public static TheoryData<string, bool> Parallel => Combine(Executions.Parallel);

    public void Dispose() => _deaf.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_does_not_hold_up_a_deadline(string execution, bool isAsync)
    {
        var options = Executions.On(execution) with { Deadline = TimeSpan.FromSeconds(3) };
        await using var run = await _engine.StartAsync(_deaf.Task("deaf", isAsync) >> _journal.Step("after"), 0, options);
        await _deaf.Started;
        _clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Equal(RunStatus.Running, run.Status);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        var error = await Assert.ThrowsAsync<RunDeadlineException>(() => run.Completion.OrHang());
        Assert.Equal(TimeSpan.FromSeconds(3), error.Deadline);
        Assert.Equal(RunStatus.Failed, run.Status);
        await AssertLateEndChangesNothingAsync(run, isAsync);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_does_not_hold_up_the_callers_token(string execution, bool isAsync)
    {
        using var source = new CancellationTokenSource();
        var run = _engine.RunAsync(_deaf.Task("deaf", isAsync) >> _journal.Step("after"), 0, Executions.On(execution), source.Token);
        await _deaf.Started;
        await source.CancelAsync();
        var error = await Assert.ThrowsAsync<RunCancelledException>(() => run.OrHang());
        Assert.Equal(source.Token, error.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_does_not_hold_up_CancelAsync(string execution, bool isAsync)
    {
        await using var run = await _engine.StartAsync(_deaf.Task("deaf", isAsync) >> _journal.Step("after"), 0, Executions.On(execution));
        await _deaf.Started;
        await run.CancelAsync().OrHang();
        Assert.Equal(RunStatus.Cancelled, run.Status);
        await Assert.ThrowsAsync<RunCancelledException>(() => run.Completion.OrHang());
        await AssertLateEndChangesNothingAsync(run, isAsync);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_does_not_hold_up_its_timeout_and_frees_its_slot(string execution, bool isAsync)
    {
        var deaf = _deaf.Task("deaf", isAsync).With(static o => o.Timeout = TimeSpan.FromSeconds(1));
        var run = _engine.RunAsync(deaf.OrElse(_journal.Step("fallback", 5)) >> _journal.Step("after"), 0, Executions.On(execution));
        await _deaf.Started;
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(6, await run.OrHang());
        Assert.Equal(["fallback", "after"], _journal.Entries);
        var error = await Assert.ThrowsAsync<TaskTimeoutException>(() => TimeOutAloneAsync(deaf, execution));
        Assert.Equal("deaf", error.TaskId);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_does_not_hold_up_a_time_limit_around_it(string execution, bool isAsync)
    {
        var run = _engine.RunAsync(_deaf.Task("deaf", isAsync).Within(TimeSpan.FromSeconds(1)).OrElse(_journal.Step("fallback", 5)), 0, Executions.On(execution));
        await _deaf.Started;
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(5, await run.OrHang());
    }

    [Theory]
    [MemberData(nameof(Parallel))]
    public async Task It_does_not_hold_up_fail_fast(string execution, bool isAsync)
    {
        var failing = Flow.Task("failing", async (int x) => { await _deaf.Started; return x == 0 ? throw new InvalidDataException() : x; });
        var flow = (_deaf.Task("deaf", isAsync) | failing).WithPolicy(GroupPolicy.FailFast);
        await using var run = await _engine.StartAsync(flow, 0, Executions.On(execution));
        var error = await Assert.ThrowsAsync<ParallelGroupException>(() => run.Completion.OrHang());
        Assert.IsType<InvalidDataException>(error.InnerException);
        Assert.Equal(OutcomeKind.Cancelled, run.OutcomeOf(_deaf.Task("deaf", isAsync)).Kind);
    }

    [Theory]
    [MemberData(nameof(Parallel))]
    public async Task It_does_not_hold_up_a_race(string execution, bool isAsync)
    {
        var quick = Flow.Task("quick", async (int x) => { await _deaf.Started; return x + 1; });
        Assert.Equal(1, await _engine.RunAsync((_deaf.Task("deaf", isAsync) | quick).First(), 0, Executions.On(execution)).OrHang());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_late_end_never_passes_for_the_end_of_the_next_attempt(string execution, bool isAsync)
    {
        var second = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var secondStarted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var deaf = _deaf.Task("unused", isAsync);
        var task = Flow.Task("twice", (int x, TaskContext context) =>
        {
            if (context.Attempt == 1)
            {
                return isAsync ? _engine.RunAsync(deaf, x) : Task.FromResult(_engine.RunAsync(deaf, x, Executions.On("Direct")).GetAwaiter().GetResult());
            }

            secondStarted.SetResult();
            return second.Task;
        }).With(static o => (o.Timeout, o.Retry) = (TimeSpan.FromSeconds(1), new() { MaxAttempts = 2 }));
        var run = _engine.RunAsync(task, 7, Executions.On(execution));
        await _deaf.Started;
        _clock.Advance(TimeSpan.FromSeconds(1));
        await secondStarted.Task.OrHang();
        _deaf.Release();
        await _deaf.Ended;
        Assert.False(run.IsCompleted);
        second.SetResult(42);
        Assert.Equal(42, await run.OrHang());
    }

    [Fact]
    public async Task An_abandoned_bodys_context_is_fenced()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new TaskCompletionSource();
        var seen = new TaskCompletionSource<IReadOnlyList<string>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var stubborn = Flow.Task("stubborn", async (int x, TaskContext context) =>
        {
            await context.Channel.SetAsync("before", 1);
            started.SetResult();
            await gate.Task;
            seen.SetResult([.. await Task.WhenAll(
                ErrorOf(() => context.Channel.SetAsync("after", 1).AsTask()),
                ErrorOf(() => { context.NextTask(_journal.Step("side"), 0); return Task.CompletedTask; }),
                ErrorOf(() => { context.ReportProgress(0.5); return Task.CompletedTask; }),
                ErrorOf(() => { context.CancelRun("late"); return Task.CompletedTask; }))]);
            return x;
        }).With(static o => o.Timeout = TimeSpan.FromSeconds(1));
        var flow = stubborn.Try() >> Flow.Task("wait", async (Outcome<int> x, TaskContext context) =>
        {
            gate.SetResult();
            var errors = await seen.Task;
            return (errors, Before: await context.Channel.ExistsAsync("before"), After: await context.Channel.ExistsAsync("after"));
        });
        var run = _engine.RunAsync(flow, 0);
        await started.Task.OrHang();
        _clock.Advance(TimeSpan.FromSeconds(1));
        var result = await run.OrHang();
        Assert.Equal(["AttemptEndedException", "AttemptEndedException", "AttemptEndedException", "AttemptEndedException"], result.errors);
        Assert.True(result.Before);
        Assert.False(result.After);
        Assert.Empty(_journal.Entries);
    }

    [Fact]
    public async Task A_callback_that_throws_when_its_token_fires_touches_nobody()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var rude = Flow.Task("rude", async (int x, CancellationToken ct) =>
        {
            ct.UnsafeRegister(_ => { called.TrySetResult(); throw new InvalidOperationException("from a callback"); }, null);
            started.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return x;
        }).With(static o => o.Timeout = TimeSpan.FromSeconds(1));
        var run = _engine.RunAsync(rude.OrElse(_journal.Step("fallback", 5)), 0);
        await started.Task.OrHang();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(5, await run.OrHang());
        await called.Task.OrHang();
        using var source = new CancellationTokenSource();
        started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        called = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var cancelled = _engine.RunAsync(rude, 0, ct: source.Token);
        await started.Task.OrHang();
        await source.CancelAsync();
        await Assert.ThrowsAsync<RunCancelledException>(() => cancelled.OrHang());
        await called.Task.OrHang();
    }

    private static async Task<string> ErrorOf(Func<Task> effect) => (await Record.ExceptionAsync(effect))?.GetType().Name ?? "nothing";

    private static TheoryData<string, bool> Combine(TheoryData<string> executions)
    {
        var data = new TheoryData<string, bool>();
        foreach (var row in (IEnumerable<object[]>)executions)
        {
            data.Add((string)row[0], false);
            data.Add((string)row[0], true);
        }

        return data;
    }

    private async Task<int> TimeOutAloneAsync(TaskNode<int, int> deaf, string execution)
    {
        var starts = _deaf.Starts;
        var run = _engine.RunAsync(deaf, 0, Executions.On(execution));
        SpinWait.SpinUntil(() => _deaf.Starts > starts);
        _clock.Advance(TimeSpan.FromSeconds(1));
        return await run.OrHang();
    }

    private async Task AssertLateEndChangesNothingAsync(Run<int> run, bool isAsync)
    {
        _deaf.Release();
        await _deaf.Ended;
        Assert.Equal(OutcomeKind.Cancelled, run.OutcomeOf(_deaf.Task("deaf", isAsync)).Kind);
        Assert.Equal(OutcomeKind.NotSettled, run.OutcomeOf(_journal.Step("after")).Kind);
        Assert.Empty(_journal.Entries);
    }
}
