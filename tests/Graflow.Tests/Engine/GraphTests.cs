using Xunit;

namespace Graflow.Tests.Engine;

public sealed class GraphTests
{
    private static readonly WorkflowEngine Engine = new();

    public static TheoryData<string> All => Executions.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Twenty_diamonds_in_a_row_run_61_tasks(string execution)
    {
        var journal = new Journal();
        IExecutable<int, int> flow = journal.Step("start");
        for (var i = 0; i < 20; i++)
        {
            var join = Flow.Task($"join{i}", ((int Left, int Right) x) => { journal.Add("join"); return x.Left + x.Right; });
            flow = flow >> (journal.Step($"left{i}", 0) | journal.Step($"right{i}", 0)) >> join;
        }

        Assert.Equal(1 << 20, await Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
        Assert.Equal(61, journal.Entries.Count);
        Assert.Equal(20, journal.Count("join"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Several_roots_all_run_and_meet(string execution)
    {
        var one = Flow.Task("one", () => 1);
        var two = Flow.Task("two", () => 20);
        var three = Flow.Task("three", () => 300);
        var flow = (one | two | three) >> Flow.Task("sum", ((int A, int B, int C) x) => x.A + x.B + x.C);
        Assert.Equal(321, await Engine.RunAsync(flow, Executions.On(execution)).OrHang());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_group_stands_in_the_middle(string execution)
    {
        var journal = new Journal();
        var flow = journal.Step("x") >> (journal.Step("a", 10) | journal.Step("b", 100)) >> Flow.Task("c", ((int A, int B) x) => $"{x.A},{x.B}");
        Assert.Equal("11,101", await Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
        Assert.Equal("x", journal.Entries[0]);
        Assert.Equal(["a", "b", "x"], journal.Entries.Order());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_group_nested_on_the_right_keeps_its_shape(string execution)
    {
        var journal = new Journal();
        var flow = (journal.Step("a", 1) | (journal.Step("b", 2) | journal.Step("c", 3))).Select(static x => (x.Item1, x.Item2.Item1, x.Item2.Item2));
        Assert.Equal((1, 2, 3), await Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_node_in_two_places_runs_once(string execution)
    {
        var journal = new Journal();
        var raw = journal.Step("raw");
        var flow = (raw | raw >> journal.Step("clean", 10)) >> Flow.Task("compare", ((int Raw, int Clean) x) => $"{x.Raw}<{x.Clean}");
        Assert.Equal("1<11", await Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
        Assert.Equal(["raw", "clean"], journal.Entries);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task As_runs_a_task_a_second_time(string execution)
    {
        var journal = new Journal();
        var step = journal.Step("step");
        Assert.Equal(3, await Engine.RunAsync(step >> step.As("again") >> step.As("more"), 0, Executions.On(execution)).OrHang());
        Assert.Equal(3, journal.Count("step"));
        Assert.Equal((1, 1), await Engine.RunAsync(step.As("eu") | step.As("eu"), 0, Executions.On(execution)).OrHang());
        Assert.Equal(4, journal.Count("step"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_whole_flow_runs_as_another_instance(string execution)
    {
        var journal = new Journal();
        var flow = journal.Step("a") >> journal.Step("b");
        await using var run = await Engine.StartAsync(flow >> flow.As("eu") >> flow.As("x").As("us"), 0, Executions.On(execution));
        Assert.Equal(6, await run.Completion.OrHang());
        Assert.Equal(["a", "b", "a", "b", "a", "b"], journal.Entries);
        Assert.Equal(3, run.OutcomeOf(journal.Step("a").As("eu")).Value);
        var started = new List<string>();
        await foreach (var e in run.Events)
        {
            if (e is TaskStarted task)
            {
                started.Add(task.TaskId);
            }
        }

        Assert.Equal(["a", "b", "eu/a", "eu/b", "us/x/a", "us/x/b"], started);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Ordering_edges_add_up_and_the_node_runs_once_after_all(string execution)
    {
        var journal = new Journal();
        var notify = Flow.Task("notify", () => { journal.Add("notify"); return 7; });
        var flow = (journal.Step("a") >> notify | journal.Step("b") >> notify | journal.Step("c") >> notify).Select(static x => x.Item1 + x.Item2 + x.Item3);
        Assert.Equal(21, await Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
        Assert.Equal("notify", journal.Entries[3]);
        Assert.Equal(["a", "b", "c"], journal.Entries.Take(3).Order());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_bound_input_waits_for_its_order_but_ignores_the_value(string execution)
    {
        var journal = new Journal();
        var flow = journal.Step("a") >> journal.Step("b").Bind(41);
        Assert.Equal(42, await Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
        Assert.Equal(["a", "b"], journal.Entries);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_projection_that_throws_is_a_failure_on_its_edge(string execution)
    {
        var journal = new Journal();
        var flow = journal.Step("a").Select(static x => x / 0m) >> Flow.Task("after", (decimal _) => journal.Add("after"));
        var error = await Assert.ThrowsAsync<TaskFailedException>(() => Engine.RunAsync(flow, 1, Executions.On(execution)).OrHang());
        Assert.IsType<DivideByZeroException>(error.InnerException);
        Assert.Equal(["a"], journal.Entries);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task One_task_in_two_flows_is_independent_in_each(string execution)
    {
        var step = Flow.Task("step", (int x) => x + 1);
        var slow = step >> Flow.Task("double", (int x) => x * 2);
        var text = step >> Flow.Task("text", (int x) => $"<{x}>");
        var runs = Enumerable.Range(0, 50).Select(async i =>
        {
            var a = Engine.RunAsync(slow, i, Executions.On(execution));
            var b = Engine.RunAsync(text, i, Executions.On(execution));
            Assert.Equal((i + 1) * 2, await a);
            Assert.Equal($"<{i + 1}>", await b);
        });
        await Task.WhenAll(runs).OrHang();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_same_flow_run_by_32_threads_at_once_shares_nothing(string execution)
    {
        var left = Flow.Task("left", async (string x) => { await Task.Yield(); return x + "l"; });
        var right = Flow.Task("right", (string x) => x + "r");
        var flow = Flow.Task("id", (int x) => $"{x}") >> (left | right) >> Flow.Task("join", ((string A, string B) x) => $"{x.A}/{x.B}");
        using var start = new Barrier(32);
        var threads = Enumerable.Range(0, 32).Select(thread => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
                {
                    var id = (thread * 1000) + i;
                    Assert.Equal($"{id}l/{id}r", await Engine.RunAsync(flow, id, Executions.On(execution)));
                }));
            },
            TaskCreationOptions.LongRunning).Unwrap());
        await Task.WhenAll(threads).OrHang();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_same_flow_run_twice_shares_nothing(string execution)
    {
        var flow = Flow.Task("list", (int x) => new List<int> { x }) >> Flow.Task("grow", (List<int> list) => { list.Add(list[0] + 1); return list; });
        var first = await Engine.RunAsync(flow, 1, Executions.On(execution)).OrHang();
        var second = await Engine.RunAsync(flow, 5, Executions.On(execution)).OrHang();
        Assert.Equal([1, 2], first);
        Assert.Equal([5, 6], second);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_asynchronous_body_is_awaited(string execution)
    {
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var journal = new Journal();
        var flow = Flow.Task("slow", async (int x) => x + await gate.Task) >> journal.Step("after");
        var run = Engine.RunAsync(flow, 1, Executions.On(execution));
        Assert.False(run.IsCompleted);
        Assert.Empty(journal.Entries);
        gate.SetResult(10);
        Assert.Equal(12, await run.OrHang());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_thousand_asynchronous_branches_all_arrive(string execution)
    {
        var tasks = Enumerable.Range(0, 1000).Select(i => Flow.Task($"t{i}", async (int x) => { await Task.Yield(); return x + i; })).ToArray();
        var flow = Flow.Parallel(tasks) >> Flow.Task("sum", (IReadOnlyList<int> x) => x.Sum());
        Assert.Equal(1000 + (999 * 500), await Engine.RunAsync(flow, 1, Executions.On(execution)).OrHang());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_map_yields_results_in_input_order(string execution)
    {
        var flow = (Flow.Task("double", async (int x) => { if (x % 3 == 0) { await Task.Yield(); } return x * 2; }) >> Flow.Task("inc", (int x) => x + 1)).ForEach(7);
        Assert.Equal(Enumerable.Range(0, 500).Select(static x => (x * 2) + 1), await Engine.RunAsync(flow, Enumerable.Range(0, 500).ToList(), Executions.On(execution)).OrHang());
        Assert.Empty(await Engine.RunAsync(flow, [], Executions.On(execution)).OrHang());
    }

    [Fact]
    public async Task Direct_runs_one_body_at_a_time_in_the_order_of_the_flow()
    {
        var journal = new Journal();
        var flow = journal.Step("a") >> (journal.Step("b") >> journal.Step("b2") | journal.Step("c") >> journal.Step("c2") | journal.Step("d"));
        await Engine.RunAsync(flow, 0, Executions.On("Direct")).OrHang();
        Assert.Equal(["a", "b", "b2", "c", "c2", "d"], journal.Entries);
    }
}
