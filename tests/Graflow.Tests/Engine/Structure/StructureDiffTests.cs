using Graflow.Engine;
using Xunit;
using static Graflow.Tests.Engine.Structure.Structures;

namespace Graflow.Tests.Engine.Structure;

public sealed class StructureDiffTests
{
    [Fact]
    public void A_task_that_was_added_is_told() =>
        Assert.Equal(
            ["task added: b", "edge moved: c came after a and comes after b"],
            Changes(Step("a") >> Step("c"), Step("a") >> Step("b") >> Step("c")));

    [Fact]
    public void A_task_that_was_removed_is_told() =>
        Assert.Equal(
            ["task removed: b", "edge moved: c came after b and comes after a"],
            Changes(Step("a") >> Step("b") >> Step("c"), Step("a") >> Step("c")));

    [Fact]
    public void A_task_in_the_place_of_another_is_told_of_once() =>
        Assert.Equal(["task removed: b", "task added: x"], Changes(Step("a") >> Step("b") >> Step("c"), Step("a") >> Step("x") >> Step("c")));

    [Fact]
    public void A_task_that_yields_another_type_is_told() =>
        Assert.Equal(
            ["retyped: a yielded int and yields string", "retyped: b took int and takes string"],
            Changes(Step("a") >> Flow.Task("b", (int x) => x), Flow.Task("a", (int x) => "") >> Flow.Task("b", (string x) => 1)));

    [Fact]
    public void Another_input_of_the_flow_is_told() =>
        Assert.Equal(
            ["retyped: a took int and takes long", "retyped: the flow's input was int and is long"],
            Changes(Step("a"), Flow.Task("a", (long x) => 1)));

    [Fact]
    public void Another_output_of_the_flow_is_told() =>
        Assert.Equal(["retyped: the flow yielded float and yields int"], Changes(Step("a").Select(static x => 1f), Step("a").Select(static x => 1)));

    [Fact]
    public void Another_bound_value_is_told() =>
        Assert.Equal(
            ["retyped: b took int and takes long", "retyped: a bound value was int and is long"],
            Changes(Step("a") >> Step("b").Bind(1), Step("a") >> Flow.Task("b", (long x) => 1).Bind(1L)));

    [Fact]
    public void An_edge_that_moved_is_told() =>
        Assert.Equal(
            ["edge moved: c came after a and comes after b", "edge moved: d came after b and comes after a"],
            Changes(
                (Step("a") >> Step("c") | Step("b") >> Step("d")) >> Join("sum"),
                (Step("b") >> Step("c") | Step("a") >> Step("d")) >> Join("sum")).Order());

    [Fact]
    public void A_projection_between_two_tasks_is_an_edge_that_moved() =>
        Assert.Equal(["edge moved: b came after a and comes after a.Select"], Changes(Step("a") >> Step("b"), Step("a").Select(static x => x) >> Step("b")));

    [Fact]
    public void Another_policy_is_told() =>
        Assert.Equal(
            ["policy changed: (a | b) had Strict and has FailFast"],
            Changes((Step("a") | Step("b")) >> Join("sum"), (Step("a") | Step("b")).WithPolicy(GroupPolicy.FailFast) >> Join("sum")));

    [Fact]
    public void Another_threshold_is_told() =>
        Assert.Equal(
            ["policy changed: both had AtLeast(1) and has AtLeast(2)"],
            Changes((Step("a") | Step("b")).WithPolicy(GroupPolicy.AtLeast(1)).Named("both"), (Step("a") | Step("b")).WithPolicy(GroupPolicy.AtLeast(2)).Named("both")));

    [Fact]
    public void Policies_of_ones_own_are_told_by_their_types() =>
        Assert.Equal(
            ["policy changed: (a | b) had Graflow.Tests.Engine.Structure.StructureDiffTests.Mine and has Graflow.Tests.Engine.Structure.StructureDiffTests.Other"],
            Changes((Step("a") | Step("b")).WithPolicy(new Mine()), (Step("a") | Step("b")).WithPolicy(new Other())));

    [Fact]
    public void A_branch_that_was_added_is_told() =>
        Assert.Equal(
            ["task added: c", "branch added: c to (a | b | c)"],
            Changes(Flow.Parallel(Step("a"), Step("b")), Flow.Parallel(Step("a"), Step("b"), Step("c"))));

    [Fact]
    public void A_branch_that_was_removed_is_told() =>
        Assert.Equal(
            ["task removed: c", "branch removed: c from (a | b | c)"],
            Changes(Flow.Parallel(Step("a"), Step("b"), Step("c")), Flow.Parallel(Step("a"), Step("b"))));

    [Fact]
    public void Branches_in_another_order_are_told() =>
        Assert.Equal(["branches reordered: (a | b) is (b | a)"], Changes(Step("a") | Step("b"), Step("b") | Step("a")));

    [Fact]
    public void Another_wait_is_told()
    {
        var a = Step("a");
        Assert.Equal(
            ["retyped: ok was int and is string", "retyped: b took int and takes string"],
            Changes(a >> Flow.WaitFor<int>("ok") >> Step("b"), a >> Flow.WaitFor<string>("ok") >> Flow.Task("b", (string x) => 1)).OrderDescending());
        Assert.Equal(["name changed: ok is called yes"], Changes(a >> Flow.WaitFor<int>("ok") >> Step("b"), a >> Flow.WaitFor<int>("yes") >> Step("b")));
        Assert.Equal(["edge moved: b came after a and comes after a.Delay"], Changes(a >> Step("b"), a.Delay(TimeSpan.FromHours(1)) >> Step("b")));
        Assert.Empty(Changes(a.Delay(TimeSpan.FromHours(2)) >> Step("b"), a.Delay(TimeSpan.FromHours(1)) >> Step("b")));
    }

    [Fact]
    public void What_comes_before_a_bound_value_is_told()
    {
        var (a, b, c) = (Step("a"), Step("b"), Step("c").Bind(1));
        Assert.Equal(
            ["edge moved: c came after a and comes after b"],
            Changes(Flow.Parallel(a, b, a >> c), Flow.Parallel(a, b, b >> c)));
    }

    [Fact]
    public void A_task_that_runs_after_one_more_is_told()
    {
        var (a, b, late) = (Step("a"), Step("b"), Flow.Task("late", () => 1));
        Assert.Equal(["edge added: late runs after b"], Changes((a >> late | b) >> Join("sum"), (a >> late | b >> late) >> Join("sum")).Where(static change => change.StartsWith("edge added", StringComparison.Ordinal)));
    }

    [Fact]
    public void Changes_in_the_body_for_elements_are_told()
    {
        var list = Flow.Task("list", (int x) => new[] { x }.ToList());
        Assert.Equal(
            ["task added: y", "edge moved: the flow's end came after x and comes after y"],
            Changes(list >> Step("x").ForEach(), list >> (Step("x") >> Step("y")).ForEach()));
        Assert.Equal(
            ["policy changed: x.ForEach had Strict and has FailFast".Replace("x.ForEach", "list.ForEach", StringComparison.Ordinal)],
            Changes(list >> Step("x").ForEach(), list >> Step("x").ForEach().WithPolicy(GroupPolicy.FailFast)));
    }

    [Fact]
    public void The_same_graph_in_another_order_is_told()
    {
        var flow = Structures.Of((Step("a") | Step("b")) >> Join("sum"));
        var lines = flow.Text.Split('\n');
        (lines[3], lines[4]) = (lines[4], lines[3]);
        lines[5] = lines[5].Replace("1,2", "2,1", StringComparison.Ordinal);
        Assert.Equal(
            ["order changed: step 1 was b and is a; write the flow's parts in the order that they had"],
            StructureDiff.Of(PlanStructure.Parse(string.Join('\n', lines)), flow));
    }

    [Fact]
    public void Names_of_groups_are_for_people() =>
        Assert.Empty(Changes((Step("a") | Step("b")).Named("x"), (Step("a") | Step("b")).Named("y")));

    [Fact]
    public void The_error_lists_what_changed()
    {
        var present = Structures.Of(Step("a") >> Step("b"));
        var error = Assert.Throws<FlowChangedException>(() => StructureDiff.ThrowIfChanged(Structures.Of(Step("a")).Text, present, "r1", "Orders"));
        Assert.Equal(
            "Run r1 was started with another version of Orders, and cannot go on with this one. What changed:\n- task added: b\n- edge moved: the flow's end came after a and comes after b\nResume it with the program that started it, or start a new run.",
            error.Message);
        Assert.Equal(("r1", "Orders", 2), (error.RunId, error.Workflow, error.Changes.Count));
        StructureDiff.ThrowIfChanged(present.Text, present, "r1", "Orders");
    }

    [Fact]
    public void A_long_list_of_changes_is_cut_in_the_message_only()
    {
        IExecutable<int, int> flow = Step("a");
        for (var i = 0; i < 40; i++)
        {
            flow = flow >> Step($"b{i}");
        }

        var error = Assert.Throws<FlowChangedException>(() => StructureDiff.ThrowIfChanged(Structures.Of(Step("a")).Text, Structures.Of(flow), "r1", "Orders"));
        Assert.Equal(41, error.Changes.Count);
        Assert.Contains("\n- task added: b19\n- and 21 more\n", error.Message, StringComparison.Ordinal);
    }

    private sealed class Mine : TolerantPolicy
    {
        public override bool ShouldFail(IReadOnlyList<BranchResult> failed, IReadOnlyList<BranchResult> succeeded) => false;
    }

    private sealed class Other : TolerantPolicy
    {
        public override bool ShouldFail(IReadOnlyList<BranchResult> failed, IReadOnlyList<BranchResult> succeeded) => false;
    }
}
