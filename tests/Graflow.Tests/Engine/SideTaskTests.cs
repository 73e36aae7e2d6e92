using Xunit;

namespace Graflow.Tests.Engine;

public sealed class SideTaskTests
{
    private static readonly WorkflowEngine Engine = new();

    private readonly Journal _journal = new();
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static TheoryData<string> Parallel => Executions.Parallel;

    public static TheoryData<string> All => Executions.All;

    [Theory]
    [MemberData(nameof(Parallel))]
    public async Task Successors_do_not_wait_for_a_side_task_but_the_run_does(string execution)
    {
        var after = Flow.Task("after", (int x) => { _journal.Add("after"); _gate.SetResult(); return x; });
        var run = await Engine.RunAsync(Spawning("main", Slow("side")) >> after, 1, Executions.On(execution)).OrHang();
        Assert.Equal(1, run);
        Assert.Equal(["after", "side"], _journal.Entries);
    }

    [Theory]
    [MemberData(nameof(Parallel))]
    public async Task Successors_do_not_wait_for_a_side_task_of_what_a_task_continued_with(string execution)
    {
        var after = Flow.Task("after", (int x) => { _journal.Add("after"); _gate.SetResult(); return x; });
        var inner = Spawning("inner", Slow("side"));
        var flow = Flow.Task("route", (int x) => Next.To(_journal.Step("first", 0) >> inner, x)) >> after;
        Assert.Equal(1, await Engine.RunAsync(flow, 1, Executions.On(execution)).OrHang());
        Assert.Equal(["first", "after", "side"], _journal.Entries);
    }

    [Theory]
    [MemberData(nameof(Parallel))]
    public async Task A_branch_waits_for_its_side_tasks_and_its_inner_successors_do_not(string execution)
    {
        var next = Flow.Task("next", (int x) => { _journal.Add("next"); _gate.SetResult(); return x; });
        var flow = (Spawning("main", Slow("side")) >> next | _journal.Step("other")) >> Flow.Task("join", ((int A, int B) x) => { _journal.Add("join"); return x.A; });
        Assert.Equal(1, await Engine.RunAsync(flow, 1, Executions.On(execution)).OrHang());
        Assert.Equal(["next", "side", "join"], _journal.Entries.Where(static entry => entry != "other"));
    }

    [Theory]
    [MemberData(nameof(Parallel))]
    public async Task An_element_waits_for_its_side_tasks(string execution)
    {
        var spawn = Flow.Task("spawn", (int x, TaskContext context) =>
        {
            context.NextTask(Flow.Task("side", async (int n) => { await Task.Yield(); _journal.Add($"side {n}"); return n; }), x);
            return x;
        });
        var flow = spawn.ForEach() >> Flow.Task("join", (IReadOnlyList<int> x) => { _journal.Add("join"); return x.Count; });
        Assert.Equal(3, await Engine.RunAsync(flow, [1, 2, 3], Executions.On(execution)).OrHang());
        Assert.Equal("join", _journal.Entries[^1]);
        Assert.Equal(["join", "side 1", "side 2", "side 3"], _journal.Entries.Order());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_side_tasks_failure_is_its_scopes_failure(string execution)
    {
        var options = Executions.On(execution);
        var main = Spawning("main", _journal.Failing("side"));
        var run = await Assert.ThrowsAsync<TaskFailedException>(() => Engine.RunAsync(main >> _journal.Step("after"), 1, options).OrHang());
        Assert.Equal("main!0/side", run.TaskId);
        Assert.Contains("after", _journal.Entries);

        var (a, b) = await Engine.RunAsync((main | _journal.Step("other", 1)).WithPolicy(GroupPolicy.BestEffort), 1, options).OrHang();
        Assert.Equal((OutcomeKind.Failed, "main!0/side", 2), (a.Kind, a.Failure?.TaskId, b.Value));

        var strict = await Assert.ThrowsAsync<ParallelGroupException>(() => Engine.RunAsync(main | _journal.Step("other"), 1, options).OrHang());
        Assert.Equal("main!0/side", Assert.Single(strict.Failed).Failure!.TaskId);

        var elements = await Engine.RunAsync(main.ForEach().WithPolicy(GroupPolicy.BestEffort), [1, 2], options).OrHang();
        Assert.Equal(["main[0]!0/side", "main[1]!0/side"], elements.Select(static x => x.Failure?.TaskId));
    }

    [Fact]
    public async Task A_side_tasks_failure_makes_a_fail_fast_group_fail_at_once()
    {
        var never = Flow.Task("never", async (int x, CancellationToken ct) => { await Task.Delay(Timeout.Infinite, ct); return x; });
        var flow = (Spawning("main", _journal.Failing("side")) | never).WithPolicy(GroupPolicy.FailFast);
        var error = await Assert.ThrowsAsync<ParallelGroupException>(() => Engine.RunAsync(flow, 1).OrHang());
        Assert.Equal(["main", "never"], error.Failed.Select(static branch => branch.TaskId));
        Assert.Equal("main!0/side", error.Failed[0].Failure!.TaskId);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Side_tasks_spawn_side_tasks_and_count_as_steps(string execution)
    {
        var leaf = _journal.Step("leaf");
        var flow = Spawning("a", Spawning("b", Spawning("c", leaf)));
        Assert.Equal(1, await Engine.RunAsync(flow, 1, Executions.On(execution) with { MaxSteps = 3 }).OrHang());
        Assert.Equal(["leaf"], _journal.Entries);
        await Assert.ThrowsAsync<MaxStepsExceededException>(() => Engine.RunAsync(flow, 1, Executions.On(execution) with { MaxSteps = 2 }).OrHang());
    }

    [Fact]
    public async Task A_side_task_that_cannot_work_fails_the_attempt_before_anything_it_asked_for_happens()
    {
        var step = _journal.Step("step");
        var cycle = (step | step >> step.As("b") >> step).Select(static x => x.Item1);
        var spawn = Flow.Task("spawn", (int x, TaskContext context) =>
        {
            context.NextTask(_journal.Step("good"), x);
            context.NextTask(cycle, x);
            return x;
        });
        var outcome = await Engine.RunAsync(spawn.Try(), 1).OrHang();
        Assert.Equal("GRF101", Assert.IsType<FlowDefinitionException>(outcome.Failure!.Exception).Id);
        Assert.Empty(_journal.Entries);
    }

    private static TaskNode<int, int> Spawning(string id, TaskNode<int, int> side) => Flow.Task(id, (int x, TaskContext context) =>
    {
        context.NextTask(side, x);
        return x;
    });

    private TaskNode<int, int> Slow(string id) => Flow.Task(id, async (int x) =>
    {
        await _gate.Task;
        _journal.Add(id);
        return x;
    });
}
