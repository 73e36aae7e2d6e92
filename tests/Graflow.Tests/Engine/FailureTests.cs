using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Engine;

public sealed class FailureTests
{
    private static readonly WorkflowEngine Engine = new();

    private readonly Journal _journal = new();

    public static TheoryData<string> All => Executions.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_depends_on_a_failure_does_not_run_and_the_original_error_is_thrown_with_its_stack(string execution)
    {
        var flow = _journal.Step("a") >> _journal.Failing("b") >> _journal.Step("c") >> (_journal.Step("d") | _journal.Step("e"));
        var error = await Assert.ThrowsAsync<TaskFailedException>(() => Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
        Assert.Equal(("b", 1), (error.TaskId, error.Attempts));
        Assert.Equal("b failed: b is broken", error.Message);
        Assert.Contains(nameof(Journal.Failing), Assert.IsType<InvalidDataException>(error.InnerException).StackTrace, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], _journal.Entries);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_asynchronous_failure_keeps_its_stack_too(string execution)
    {
        var error = await Assert.ThrowsAsync<TaskFailedException>(() => Engine.RunAsync(Flow.Task("slow", (int x) => FailLater(x)), 0, Executions.On(execution)).OrHang());
        Assert.Contains(nameof(FailLater), Assert.IsType<TimeZoneNotFoundException>(error.InnerException).StackTrace, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Try_turns_a_failure_into_data_but_not_one_from_before(string execution)
    {
        var kinds = Flow.Task("kind", (Outcome<int> x) => $"{x.Kind} {x.Failure?.TaskId}");
        Assert.Equal("Failed b", await Engine.RunAsync(_journal.Step("a") >> _journal.Failing("b").Try() >> kinds, 0, Executions.On(execution)).OrHang());
        Assert.Equal("Skipped b", await Engine.RunAsync((_journal.Failing("b") >> _journal.Step("c")).Try() >> kinds, 0, Executions.On(execution)).OrHang());
        Assert.Equal("Succeeded ", await Engine.RunAsync(_journal.Step("c").Try() >> kinds, 0, Executions.On(execution)).OrHang());
        var passing = _journal.Failing("b") >> _journal.Step("c").Try() >> kinds;
        Assert.Equal("b", (await Assert.ThrowsAsync<TaskFailedException>(() => Engine.RunAsync(passing, 0, Executions.On(execution)).OrHang())).TaskId);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task OrElse_runs_the_fallback_with_the_same_input_and_only_after_a_failure(string execution)
    {
        var flow = _journal.Step("input", 10) >> (_journal.Failing("x") >> _journal.Step("x2")).OrElse(_journal.Step("y", 100));
        Assert.Equal(110, await Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
        Assert.Equal(["input", "x", "y"], _journal.Entries);
        Assert.Equal(1, await Engine.RunAsync(_journal.Step("good").OrElse(_journal.Step("unused")), 0, Executions.On(execution)).OrHang());
        Assert.DoesNotContain("unused", _journal.Entries);
        Assert.Equal(7, await Engine.RunAsync(_journal.Failing("x").OrElse(Flow.Task("constant", () => 7)), 0, Executions.On(execution)).OrHang());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task OrElse_fails_with_the_fallbacks_failure_and_lets_one_from_before_pass(string execution)
    {
        var both = _journal.Failing("x").OrElse(_journal.Failing("y"));
        Assert.Equal("y", (await Assert.ThrowsAsync<TaskFailedException>(() => Engine.RunAsync(both, 0, Executions.On(execution)).OrHang())).TaskId);
        var passing = _journal.Failing("before") >> _journal.Step("a").OrElse(_journal.Step("b"));
        Assert.Equal("before", (await Assert.ThrowsAsync<TaskFailedException>(() => Engine.RunAsync(passing, 0, Executions.On(execution)).OrHang())).TaskId);
        Assert.Equal(["before", "x", "y"], _journal.Entries.Order());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_cancel_that_the_engine_did_not_ask_for_is_a_failure(string execution)
    {
        var flow = Flow.Task<int, int>("impatient", (int _) => throw new OperationCanceledException("the server was slow"));
        var error = await Assert.ThrowsAsync<TaskFailedException>(() => Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
        Assert.IsType<OperationCanceledException>(error.InnerException);
    }

    [Fact]
    public async Task A_cancelled_run_inside_a_body_fails_the_outer_one_and_does_not_cancel_it()
    {
        var inner = Flow.Task("inner", (int x, TaskContext context) => { context.CancelRun("enough"); return x; });
        await using var run = await Engine.StartAsync(Flow.Task("outer", (int x) => Engine.RunAsync(inner, x)), 0);
        var error = await Assert.ThrowsAsync<TaskFailedException>(() => run.Completion.OrHang());
        Assert.Equal("outer", error.TaskId);
        Assert.IsType<RunCancelledException>(error.InnerException);
        Assert.Equal(RunStatus.Failed, run.Status);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Within_lets_through_what_comes_in_time(string execution)
    {
        var clock = new ManualTimeProvider();
        var engine = new WorkflowEngine(o => o.TimeProvider = clock);
        var flow = (_journal.Step("a") >> _journal.Step("b")).Within(TimeSpan.FromSeconds(1)) >> _journal.Step("c");
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(3, await engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
            clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(60, _journal.Entries.Count);
        Assert.Equal(0, clock.ArmedTimers);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Within_fails_on_its_edge_when_time_is_over_and_cancels_what_only_it_needs(string execution)
    {
        var clock = new ManualTimeProvider();
        var engine = new WorkflowEngine(o => o.TimeProvider = clock);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var fired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = Flow.Task("slow", async (int x, CancellationToken ct) =>
        {
            ct.UnsafeRegister(_ => fired.SetResult(), null);
            started.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return x;
        });
        var flow = (slow >> _journal.Step("after")).Within(TimeSpan.FromSeconds(2)).Try() >> Flow.Task("show", (Outcome<int> x) => x);
        var run = engine.RunAsync(flow, 0, Executions.On(execution));
        await started.Task.OrHang();
        clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(run.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.2));
        var outcome = await run.OrHang();
        var error = Assert.IsType<TaskTimeoutException>(outcome.Failure!.Exception);
        Assert.Equal(TimeSpan.FromSeconds(2), error.Limit);
        await fired.Task.OrHang();
        Assert.Empty(_journal.Entries);
    }

    private static async Task<int> FailLater(int x)
    {
        await Task.Yield();
        throw new TimeZoneNotFoundException($"{x}");
    }
}
