using Xunit;

namespace Graflow.Tests.Engine;

public sealed class LoopTests
{
    private static readonly WorkflowEngine Engine = new();

    public static TheoryData<string> All => Executions.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task After_a_loop_by_Next_the_successor_runs_once_with_the_last_value(string execution)
    {
        var journal = new Journal();
        TaskNode<int, int> loop = null!;
        loop = Flow.Task("loop", (int x) => { journal.Add($"loop {x}"); return x == 3 ? x : Next.To(loop, x + 1); });
        var flow = journal.Step("before") >> loop >> Flow.Task("after", (int x) => { journal.Add($"after {x}"); return x * 100; });
        Assert.Equal(300, await Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
        Assert.Equal(["before", "loop 1", "loop 2", "loop 3", "after 3"], journal.Entries);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task After_a_loop_by_NextIteration_the_successor_runs_once_with_the_last_value(string execution)
    {
        var journal = new Journal();
        var loop = Flow.Task("loop", (int x, TaskContext<int> context) =>
        {
            journal.Add($"loop {x} {context.Iteration} {context.TaskId}");
            if (x < 3)
            {
                context.NextIteration(x + 1);
            }

            return x * 10;
        });
        var flow = loop >> Flow.Task("after", (int x) => { journal.Add($"after {x}"); return x; });
        Assert.Equal(30, await Engine.RunAsync(flow, 1, Executions.On(execution)).OrHang());
        Assert.Equal(["loop 1 0 loop", "loop 2 1 loop#1", "loop 3 2 loop#2", "after 30"], journal.Entries);
    }

    [Fact]
    public async Task A_chain_of_tails_is_a_million_long_and_keeps_one_path_segment()
    {
        string? path = null;
        TaskNode<int, int> a = null!;
        TaskNode<int, int> b = null!;
        a = Flow.Task("a", (int x) => Next.To(b, x - 1));
        b = Flow.Task("b", (int x, TaskContext context) =>
        {
            if (x > 0)
            {
                return Next.To(a, x - 1);
            }

            path = context.TaskId;
            return -1;
        });
        Assert.Equal(-1, await Engine.RunAsync(a, 999_999).OrHang());
        Assert.Equal("a#999999/b", path);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_target_may_be_a_flow_a_group_or_built_just_now(string execution)
    {
        var inc = Flow.Task("inc", (int x) => x + 1);
        var twice = Flow.Task("twice", (int x) => x * 2);
        var pair = inc | twice;
        var route = Flow.Task("route", (int x) => x switch
        {
            0 => Next.To(inc >> twice, 10),
            1 => Next.To(pair.Select(static p => p.Item1 + p.Item2), 10),
            2 => Next.To(Flow.Parallel(Enumerable.Range(0, x + 3).Select(i => inc.As($"n{i}"))).Select(static list => list.Sum()), 1),
            3 => Next.To(Flow.Task("source", () => 99)),
            _ => Next.Done(x),
        });
        var results = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            results.Add(await Engine.RunAsync(route >> inc, i, Executions.On(execution)).OrHang());
        }

        Assert.Equal([23, 32, 11, 100, 5], results);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Running_out_of_steps_is_an_error_of_its_own_and_names_the_task(string execution)
    {
        TaskNode<int, int> loop = null!;
        loop = Flow.Task("loop", (int x) => Next.To(loop, x + 1));
        await using var run = await Engine.StartAsync(Flow.Task("first", (int x) => x) >> loop, 0, Executions.On(execution) with { MaxSteps = 100, Keep = true });
        var error = await Assert.ThrowsAsync<MaxStepsExceededException>(() => run.Completion.OrHang());
        Assert.Equal(("loop#100", 100), (error.TaskId, error.Steps));
        Assert.Equal(RunStatus.Failed, run.Status);
    }

    [Fact]
    public async Task As_many_steps_as_allowed_are_no_error()
    {
        TaskNode<int, int> loop = null!;
        loop = Flow.Task("loop", (int x) => x == 0 ? 0 : Next.To(loop, x - 1));
        Assert.Equal(0, await Engine.RunAsync(loop, 100, new() { MaxSteps = 100 }).OrHang());
        await Assert.ThrowsAsync<MaxStepsExceededException>(() => Engine.RunAsync(loop, 101, new() { MaxSteps = 100 }).OrHang());
    }

    [Fact]
    public async Task Attempts_elements_and_planned_tasks_are_no_steps()
    {
        var failures = 3;
        var flaky = Flow.Task("flaky", (int x) => Interlocked.Decrement(ref failures) >= 0 ? throw new InvalidDataException() : x).With(static o => o.Retry = new() { MaxAttempts = 4 });
        var flow = flaky >> Flow.Task("list", (int x) => Enumerable.Range(0, x).ToList()) >> Flow.Task("inc", (int x) => x + 1).ForEach();
        Assert.Equal(5, (await Engine.RunAsync(flow, 5, new() { MaxSteps = 0 }).OrHang()).Count);
    }

    [Fact]
    public async Task A_runaway_that_nests_ends_with_the_same_error()
    {
        var after = Flow.Task("after", (int x) => x);
        TaskNode<int, int> grow = null!;
        grow = Flow.Task("grow", (int x) => Next.To(grow.As("in") >> after, x + 1));
        var error = await Assert.ThrowsAsync<MaxStepsExceededException>(() => Engine.RunAsync(grow, 0, new() { MaxSteps = 20_000 }).OrHang());
        Assert.EndsWith("grow", error.TaskId, StringComparison.Ordinal);
        Assert.InRange(error.TaskId.Length, 1, 2000);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_failure_in_what_a_task_continued_with_is_the_tasks_failure(string execution)
    {
        var journal = new Journal();
        var flow = Flow.Task("route", (int x) => Next.To(journal.Step("inner") >> journal.Failing("broken"), x)) >> journal.Step("after");
        var error = await Assert.ThrowsAsync<TaskFailedException>(() => Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
        Assert.Equal("route#1/broken", error.TaskId);
        Assert.Equal(["inner", "broken"], journal.Entries);
    }

    [Fact]
    public async Task A_target_that_cannot_work_fails_the_task_that_named_it()
    {
        var inc = Flow.Task("inc", (int x) => x + 1);
        var flow = Flow.Task("route", (int x) => Next.To((inc | inc >> inc.As("b") >> inc).Select(static p => p.Item1), x)).Try();
        var outcome = await Engine.RunAsync(flow, 0).OrHang();
        Assert.Equal("GRF101", Assert.IsType<FlowDefinitionException>(outcome.Failure!.Exception).Id);
    }

    [Fact]
    public async Task Returning_neither_a_value_nor_a_target_fails_the_task_and_nothing_it_asked_for_happens()
    {
        var journal = new Journal();
        var flow = Flow.Task("nothing", (int _, TaskContext context) =>
        {
            context.NextTask(journal.Step("side"), 1);
            context.OnSuccess(static channel => channel.Set("key", 1));
            return default(Next<int>);
        }).Try() >> Flow.Task("read", async (Outcome<int> outcome, TaskContext context) => (outcome, await context.Channel.GetAsync("key", 0)));
        var (outcome, value) = await Engine.RunAsync(flow, 0).OrHang();
        Assert.Contains("neither a value nor something to run", outcome.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(0, value);
        Assert.Empty(journal.Entries);
    }

    [Fact]
    public async Task Two_next_iterations_are_an_error_and_so_is_one_beside_Next_To()
    {
        var inc = Flow.Task("inc", (int x) => x + 1);
        var two = Flow.Task("two", (int x, TaskContext<int> context) => { context.NextIteration(x); context.NextIteration(x); return x; });
        var both = Flow.Task<int, int>("both", (int x, TaskContext context) => { ((TaskContext<int>)context).NextIteration(x); return Next.To(inc, x); });
        Assert.Contains("two next iterations", (await Engine.RunAsync(two.Try(), 0).OrHang()).Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("returned Next.To as well", (await Engine.RunAsync(both.Try(), 0).OrHang()).Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_attempts_requests_have_no_effect()
    {
        var journal = new Journal();
        var flow = Flow.Task("flaky", (int x, TaskContext<int> context) =>
        {
            context.NextTask(journal.Step($"side of attempt {context.Attempt}"), 1);
            if (x < 2)
            {
                context.NextIteration(x + 1);
            }

            return context.Attempt == 1 ? throw new InvalidDataException() : x;
        }).With(static o => o.Retry = new() { MaxAttempts = 2 });
        Assert.Equal(2, await Engine.RunAsync(flow, 1).OrHang());
        Assert.Equal(["side of attempt 2", "side of attempt 2"], journal.Entries);
    }

    [Fact]
    public async Task A_dynamic_targets_nodes_are_never_the_outer_ones()
    {
        var journal = new Journal();
        var step = journal.Step("step");
        var flow = step >> Flow.Task("again", (int x) => Next.To(step, x)) >> Flow.Task("list", (int x) => new[] { x, x }) >> step.ForEach();
        Assert.Equal([3, 3], await Engine.RunAsync(flow, 0).OrHang());
        Assert.Equal(4, journal.Count("step"));
    }
}
