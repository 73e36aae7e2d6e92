using Graflow.CompilerServices;
using Graflow.Engine;
using Xunit;
using static Graflow.Tests.Engine.Structure.Structures;

namespace Graflow.Tests.Engine.Structure;

public sealed class PlanStructureTests
{
    [Fact]
    public void A_line_stands_for_each_vertex_and_each_type_has_one()
    {
        var flow = Step("fetch") >> (Step("tax") | Step("eu").As("west")).Named("both") >> Join("sum") >> Flow.Task("say", (int x) => $"{x}").Select(static text => text.Length);
        Assert.Equal(
            """
            graflow 1
            plan 7
            input			int
            task	fetch	0	int	int
            task	tax	1	int	int
            task	west/eu	1	int	int
            group	both	2,3;1			Strict
            task	sum	4	(int, int)	int
            task	say	5	int	string
            select		6		int
            types

            """.ReplaceLineEndings("\n").Replace("input\t\t\tint", "input\t\t\t\tint", StringComparison.Ordinal),
            Of(flow).Text);
    }

    [Fact]
    public void A_body_for_elements_is_a_plan_of_its_own()
    {
        var flow = Flow.Task("list", (int x) => new[] { x }.ToList()) >> Step("each").ForEach(3).WithPolicy(GroupPolicy.BestEffort);
        var structure = Of(flow);
        Assert.Equal(2, structure.Plans.Count);
        Assert.Equal(["input", "task", "map"], structure.Plans[0].Vertices.Select(static vertex => vertex.Kind));
        Assert.Equal(["", "each"], structure.Plans[1].Vertices.Select(static vertex => vertex.Name));
        Assert.Equal(("BestEffort", 1), (structure.Plans[0].Vertices[2].Rule, structure.Plans[0].Vertices[2].BodyIndex));
    }

    [Fact]
    public void The_same_flow_has_the_same_hash_whenever_it_is_compiled()
    {
        Assert.Equal(Of(Large()).Hash, Of(Large()).Hash);
        Assert.Equal("4d635127e2ebfdae1ee03331edb2e544", Of(Step("a") >> Step("b")).Hash);
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        var structure = Of(Large());
        var read = PlanStructure.Parse(structure.Text);
        Assert.Equal(structure.Hash, read.Hash);
        Assert.Equal(structure.Plans.SelectMany(static plan => plan.Vertices).Select(StructureText.LineOf), read.Plans.SelectMany(static plan => plan.Vertices).Select(StructureText.LineOf));
        Assert.Empty(StructureDiff.Of(read, structure));
    }

    [Fact]
    public void Options_limits_and_functions_may_change()
    {
        var before = (Step("a").Select(static x => x + 1) | Step("b")).Within(TimeSpan.FromSeconds(1)) >> Join("sum");
        var now = ((Step("a").With(static o => o.Timeout = TimeSpan.FromSeconds(3)).Select(static x => x + 2) | Step("b")).WithExecution(Execution.Threads(1)).Within(TimeSpan.FromSeconds(9)) >> Join("sum"))
            .WithExecution(Execution.Direct);
        Assert.Equal(Of(before).Text, Of(now).Text);
    }

    [Fact]
    public void A_task_reads_a_group_directly_or_not_by_what_the_run_does_and_not_by_the_structure()
    {
        var fused = Of(Step("a") >> (Step("b") | Step("c")) >> Join("sum"));
        Assert.Equal("task\tsum\t4", StructureText.LineOf(fused.Plans[0].Vertices[^1])[.."task\tsum\t4".Length]);
    }

    [Fact]
    public void Ten_thousand_tasks_take_a_line_each_and_no_stack()
    {
        IExecutable<int, int> flow = Step("t0");
        for (var i = 1; i < 10_000; i++)
        {
            flow = flow >> Step($"t{i}");
        }

        var structure = Of(flow);
        Assert.Equal(10_001, structure.Plans[0].Vertices.Count);
        Assert.Empty(StructureDiff.Of(PlanStructure.Parse(structure.Text), structure));
        Assert.Equal(["task added: last"], Changes(flow, flow >> Step("last")).Where(static change => change.StartsWith("task", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_flow_of_forty_tasks_takes_few_bytes()
    {
        IExecutable<int, int> flow = Step("Orders.Start");
        for (var i = 0; i < 13; i++)
        {
            flow = flow >> (Step($"Orders.Left{i}") | Step($"Orders.Right{i}")) >> Join($"Orders.Join{i}");
        }

        Assert.InRange(Of(flow).Text.Length, 1_000, 4_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("graflow 2\nplan 0\ntypes\n")]
    [InlineData("graflow 1\nplan 0\ninput")]
    [InlineData("graflow 1\nplan 0\ninput\t\t\t\t\t\t\t\t\ntypes\n")]
    [InlineData("graflow 1\ntypes\n???\n")]
    [InlineData("graflow 1\nplan x\ntypes\n")]
    public void Other_text_is_refused(string text) => Assert.Throws<FormatException>(() => PlanStructure.Parse(text));

    [Fact]
    public void Names_may_have_any_letters()
    {
        var flow = Flow.Task("a\tb\\n\nc", (int x) => x) >> Step("ü");
        Assert.Equal("a\tb\\n\nc", PlanStructure.Parse(Of(flow).Text).Plans[0].Vertices[1].Name);
    }

    [Fact]
    public void A_type_without_a_codec_is_told_by_its_name() =>
        Assert.Equal("?Graflow.Tests.Engine.Structure.PlanStructureTests", new PayloadShapes().Of<PlanStructureTests>());

    private static IExecutable<int, int> Large() =>
        Step("a") >> (Step("b").OrElse(Step("c")) | Step("d")).WithPolicy(GroupPolicy.FailFast).Select(static x => x.Item1)
            >> (Step("x") | Step("y")).First() >> Step("e").Bind(7) >> Flow.Task("list", (int x) => new[] { x }.ToList())
            >> Step("f").Try().ForEach(2).WithPolicy(GroupPolicy.AtLeast(1)).Select(static all => all.Count) >> Step("g").Within(TimeSpan.FromHours(1));
}
