using Xunit;

namespace Graflow.Tests.Engine;

public sealed class PolicyTests
{
    private static readonly WorkflowEngine Engine = new();

    private readonly Journal _journal = new();

    public static TheoryData<string> All => Executions.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_strict_group_awaits_all_branches_and_names_those_that_failed(string execution)
    {
        var flow = (_journal.Step("a") | _journal.Failing("b") | _journal.Step("c")).Named("checks");
        var error = await Assert.ThrowsAsync<ParallelGroupException>(() => Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
        Assert.Equal("checks", error.GroupId);
        Assert.Equal("b", Assert.Single(error.Failed).TaskId);
        Assert.Equal("b is broken", Assert.IsType<InvalidDataException>(error.InnerException).Message);
        Assert.Equal(["a", "c"], error.Succeeded.Select(static branch => branch.TaskId));
        Assert.Equal(["a", "b", "c"], _journal.Entries.Order());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_best_effort_group_always_succeeds_and_a_failed_branchs_error_is_readable(string execution)
    {
        var flow = (_journal.Failing("a") | _journal.Step("b", 5)).WithPolicy(GroupPolicy.BestEffort);
        var (a, b) = await Engine.RunAsync(flow, 1, Executions.On(execution)).OrHang();
        Assert.Equal((OutcomeKind.Failed, "a", 1, "System.IO.InvalidDataException", "a is broken"), (a.Kind, a.Failure!.TaskId, a.Failure.Attempts, a.Failure.ErrorType, a.Failure.Message));
        Assert.Contains(nameof(Journal), a.Failure.StackText, StringComparison.Ordinal);
        Assert.IsType<InvalidDataException>(Assert.Throws<TaskFailedException>(() => a.Value).InnerException);
        Assert.Equal(6, b.Value);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task At_least_n_must_succeed(int count, bool succeeds)
    {
        var flow = (_journal.Step("a") | _journal.Failing("b") | _journal.Step("c")).WithPolicy(GroupPolicy.AtLeast(count));
        await AssertGroupAsync(flow, succeeds);
    }

    [Theory]
    [InlineData(34, true)]
    [InlineData(33, false)]
    public async Task At_most_a_share_may_fail(double percent, bool succeeds)
    {
        var flow = (_journal.Step("a") | _journal.Failing("b") | _journal.Step("c")).WithPolicy(GroupPolicy.AtMostFailed(percent));
        await AssertGroupAsync(flow, succeeds);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("b", false)]
    public async Task The_critical_ones_must_succeed(string critical, bool succeeds)
    {
        var (a, b, c) = (_journal.Step("a"), _journal.Failing("b"), _journal.Step("c"));
        var flow = (a | b | c).WithPolicy(GroupPolicy.Critical(critical == "a" ? a : b));
        await AssertGroupAsync(flow, succeeds);
        await AssertGroupAsync(flow.As("eu"), succeeds);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public async Task A_policy_of_ones_own_decides(int allowed, bool succeeds)
    {
        var flow = (_journal.Step("a") | _journal.Failing("b") | _journal.Step("c")).WithPolicy(new Allowing(allowed));
        await AssertGroupAsync(flow, succeeds);
    }

    [Fact]
    public async Task A_policy_that_throws_fails_its_group()
    {
        var flow = (_journal.Step("a") | _journal.Failing("b")).WithPolicy(new Allowing(-1)).Named("judged");
        var error = await Assert.ThrowsAsync<TaskFailedException>(() => Engine.RunAsync(flow, 0).OrHang());
        Assert.Equal("judged", error.TaskId);
        Assert.IsType<NotSupportedException>(error.InnerException);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Fail_fast_cancels_what_has_not_started(string execution)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = Flow.Task("never", async (int x, CancellationToken ct) => { await gate.Task.WaitAsync(ct); return x; });
        var flow = (_journal.Failing("a") | never >> _journal.Step("b") | never >> _journal.Step("c")).WithPolicy(GroupPolicy.FailFast).Named("g");
        var error = await Assert.ThrowsAsync<ParallelGroupException>(() => Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
        Assert.Equal(["a", "b", "c"], error.Failed.Select(static branch => branch.TaskId));
        Assert.NotNull(error.Failed[0].Failure);
        Assert.Null(error.Failed[1].Failure);
        Assert.Equal(["a"], _journal.Entries);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_failure_that_comes_from_before_passes_the_group_by(string execution)
    {
        GroupPolicy[] policies = [GroupPolicy.Strict, GroupPolicy.FailFast];
        foreach (var policy in policies)
        {
            var flow = _journal.Failing("before") >> (_journal.Step("a") | _journal.Step("b")).WithPolicy((StrictPolicy)policy);
            Assert.Equal("before", (await Assert.ThrowsAsync<TaskFailedException>(() => Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang())).TaskId);
        }

        var tolerant = _journal.Failing("before") >> (_journal.Step("a") | _journal.Step("b")).WithPolicy(GroupPolicy.BestEffort);
        Assert.Equal("before", (await Assert.ThrowsAsync<TaskFailedException>(() => Engine.RunAsync(tolerant, 0, Executions.On(execution)).OrHang())).TaskId);
        var race = _journal.Failing("before") >> (_journal.Step("a") | _journal.Step("b")).First();
        Assert.Equal("before", (await Assert.ThrowsAsync<TaskFailedException>(() => Engine.RunAsync(race, 0, Executions.On(execution)).OrHang())).TaskId);
        Assert.Equal(4, _journal.Entries.Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_cancel_in_a_branch_cancels_the_run_under_every_policy(string execution)
    {
        var cancel = Flow.Task("cancel", (int x, TaskContext context) => { context.CancelRun("enough"); return x; });
        var other = _journal.Step("other");
        var never = Flow.Task("never", async (int x, CancellationToken ct) => { await Task.Delay(Timeout.Infinite, ct); return x; });
        IExecutable<int, object>[] flows =
        [
            (cancel | other).Select(static object (x) => x),
            (cancel | other).WithPolicy(GroupPolicy.FailFast).Select(static object (x) => x),
            (cancel | other).WithPolicy(GroupPolicy.BestEffort).Select(static object (x) => x),
            (cancel | other).WithPolicy(GroupPolicy.AtLeast(1)).Select(static object (x) => x),
            (cancel | other).WithPolicy(GroupPolicy.Critical(other)).Select(static object (x) => x),
            (cancel | other).WithPolicy(GroupPolicy.AtMostFailed(100)).Select(static object (x) => x),
            (cancel | other).WithPolicy(new Allowing(2)).Select(static object (x) => x),
            (cancel | never).First().Select(static object (x) => x),
            cancel.Try().Select(static object (x) => x),
            cancel.OrElse(other).Select(static object (x) => x),
            Flow.Task("list", (int _) => new[] { 1, 2 }) >> cancel.ForEach().WithPolicy(GroupPolicy.BestEffort).Select(static object (x) => x),
        ];
        foreach (var flow in flows)
        {
            await using var run = await Engine.StartAsync(flow, 0, Executions.On(execution));
            var error = await Assert.ThrowsAsync<RunCancelledException>(() => run.Completion.OrHang());
            Assert.Equal("cancel: enough", error.Reason.Replace("[0]", "", StringComparison.Ordinal).Replace("[1]", "", StringComparison.Ordinal));
            Assert.Equal(RunStatus.Cancelled, run.Status);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_first_success_wins_and_all_failures_fail(string execution)
    {
        var race = (_journal.Failing("a") | _journal.Step("b") >> _journal.Failing("b2") | _journal.Step("c", 30)).First();
        Assert.Equal(31, await Engine.RunAsync(race, 1, Executions.On(execution)).OrHang());
        var lost = (_journal.Failing("x") | _journal.Failing("y")).First();
        var error = await Assert.ThrowsAsync<ParallelGroupException>(() => Engine.RunAsync(lost, 1, Executions.On(execution)).OrHang());
        Assert.Equal(["x", "y"], error.Failed.Select(static branch => branch.TaskId));
    }

    [Fact]
    public async Task A_shared_vertex_is_cancelled_only_when_nobody_uncancelled_needs_it()
    {
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var shared = Flow.Task("shared", async (int x, CancellationToken ct) => x + await gate.Task.WaitAsync(ct));
        var opened = Flow.Task("open", (Outcome<int> inner) => { gate.SetResult(5); return inner.Kind; });
        var inner = (_journal.Failing("a") | shared).WithPolicy(GroupPolicy.FailFast).Select(static x => x.Item1);
        var outer = (inner | _journal.Failing("b")).WithPolicy(GroupPolicy.FailFast).Select(static x => x.Item1);
        var flow = outer.Try() >> opened | shared >> _journal.Step("after");
        var (kind, value) = await Engine.RunAsync(flow, 1).OrHang();
        Assert.Equal(OutcomeKind.Skipped, kind);
        Assert.Equal(7, value);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_map_has_policies_too(string execution)
    {
        var odd = Flow.Task("odd", (int x) => x % 2 == 1 ? x : throw new InvalidDataException($"{x} is even"));
        int[] input = [1, 2, 3, 4, 5];
        var tolerant = await Engine.RunAsync(odd.ForEach(2).WithPolicy(GroupPolicy.AtLeast(3)), input, Executions.On(execution)).OrHang();
        Assert.Equal([true, false, true, false, true], tolerant.Select(static x => x.IsSuccess));
        Assert.Equal("odd[3]", tolerant[3].Failure!.TaskId);
        var error = await Assert.ThrowsAsync<ParallelGroupException>(() => Engine.RunAsync(odd.ForEach(2).Named("odds"), input, Executions.On(execution)).OrHang());
        Assert.Equal("odds", error.GroupId);
        Assert.Equal(["odd[1]", "odd[3]"], error.Failed.Select(static branch => branch.TaskId));
        Assert.Equal(3, error.Succeeded.Count);
        await Assert.ThrowsAsync<ParallelGroupException>(() => Engine.RunAsync(odd.ForEach().WithPolicy(GroupPolicy.AtLeast(4)), input, Executions.On(execution)).OrHang());
    }

    [Fact]
    public async Task A_fail_fast_map_stops_at_the_first_failure()
    {
        var step = Flow.Task("step", (int x) => { _journal.Add($"{x}"); return x < 3 ? x : throw new InvalidDataException(); });
        var flow = step.ForEach().WithPolicy(GroupPolicy.FailFast);
        var error = await Assert.ThrowsAsync<ParallelGroupException>(() => Engine.RunAsync(flow, Enumerable.Range(0, 100).ToList(), Executions.On("Direct")).OrHang());
        Assert.Equal(["0", "1", "2", "3"], _journal.Entries);
        Assert.Equal(3, error.Succeeded.Count);
        Assert.Equal(97, error.Failed.Count);
    }

    private async Task AssertGroupAsync<TOut>(IExecutable<int, TOut> flow, bool succeeds)
    {
        var run = Engine.RunAsync(flow.Try(), 0).OrHang();
        var outcome = await run;
        Assert.Equal(succeeds, outcome.IsSuccess);
        Assert.Equal(succeeds, outcome.Failure?.Exception is not ParallelGroupException);
        Assert.All(["a", "b", "c"], id => Assert.Contains(id, _journal.Entries));
    }

    private sealed class Allowing(int count) : TolerantPolicy
    {
        public override bool ShouldFail(IReadOnlyList<BranchResult> failed, IReadOnlyList<BranchResult> succeeded) =>
            count < 0 ? throw new NotSupportedException() : failed.Count > count;
    }
}
