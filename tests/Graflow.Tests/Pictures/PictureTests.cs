using System.Text.RegularExpressions;
using Graflow.CompilerServices;
using Graflow.Tests.Dsl;
using Xunit;
using static Graflow.Tests.Dsl.Nodes;

namespace Graflow.Tests.Pictures;

public sealed partial class PictureTests
{
    [Fact]
    public void A_group_is_a_box_and_every_branch_leads_to_the_consumer() => AssertMermaid(
        Source >> (Halve | Wide).Named("checks").WithPolicy(GroupPolicy.FailFast) >> Store,
        """
        flowchart TD
            n0["Source"]
            n3["Store"]
            subgraph g0 ["checks · FailFast"]
                n1["Halve"]
                n2["Wide"]
            end
            n0 --> n1
            n0 --> n2
            n1 --> n3
            n2 --> n3
        """);

    [Fact]
    public void Groups_nest() => AssertMermaid(
        Halve | (Wide | Text).Named("inner").WithExecution(Execution.Threads(2)),
        """
        flowchart TD
            n0(["input"])
            subgraph g0 [" "]
                n1["Halve"]
                subgraph g1 ["inner · Threads#40;2#41;"]
                    n2["Wide"]
                    n3["Text"]
                end
            end
            n0 --> n1
            n0 --> n2
            n0 --> n3
        """.Replace("#40;2#41;", "(2)", StringComparison.Ordinal));

    [Fact]
    public void A_shared_task_is_one_vertex()
    {
        var raw = Flow.Task("raw", static (int x) => x);
        var flow = (raw | raw >> Halve) >> Flow.Task("compare", static ((int, double) x) => x.Item1);
        AssertMermaid(flow, """
            flowchart TD
                n0(["input"])
                n3["compare"]
                subgraph g0 [" "]
                    n1["raw"]
                    n2["Halve"]
                end
                n0 --> n1
                n1 --> n2
                n1 --> n3
                n2 --> n3
            """);
    }

    [Fact]
    public void A_map_is_a_box_with_its_body() => AssertMermaid(
        Flow.Task("list", static () => new[] { 1 }) >> (Text >> Length).ForEach(4).Named("each").WithPolicy(GroupPolicy.AtLeast(2)) >> Notify,
        """
        flowchart TD
            n0["list"]
            n3["Notify"]
            subgraph g0 ["each · for each, at most 4 at once · AtLeast(2)"]
                n1["Text"]
                n2["Length"]
            end
            n0 --> n1
            n1 --> n2
            n2 -->|"after"| n3
        """);

    [Fact]
    public void A_maps_body_is_another_vertex_than_the_same_task_outside()
    {
        var text = Flow.Task("t", static (int x) => x);
        var picture = (text >> Flow.Task("list", static (int x) => new[] { x }) >> text.ForEach()).ToMermaid();
        Assert.Equal(2, Regex.Count(picture, "\\[\"t\"\\]"));
    }

    [Fact]
    public void Targets_of_Next_are_dashed_arrows()
    {
        var route = Task("Flow.Route", "Flow.Route", "Flow.Image", "Flow.Halt");
        var image = Task("Flow.Image", "Flow.Route");
        GraflowRegistry.Add(new TaskRegistration("Flow.Image", "Tests", () => image));
        AssertMermaid(route, """
            flowchart TD
                n0(["input"])
                n1["Flow.Route"]
                n2["Flow.Image"]
                n3["Flow.Halt"]
                n0 --> n1
                n1 -.->|"next"| n1
                n1 -.->|"next"| n2
                n1 -.->|"next"| n3
                n2 -.->|"next"| n1
                classDef target stroke-dasharray: 4
                class n2,n3 target
            """);
    }

    [Fact]
    public void Projections_outcomes_fallbacks_and_bound_values_are_told_on_the_arrows() => AssertMermaid(
        Halve.Select(static x => (int)x).OrElse(Flow.Task("spare", static (int x) => x)) >> Text.Try().Select(static x => x.IsSuccess) >> Feed.Bind(new Cat()),
        """
        flowchart TD
            n0(["input"])
            n1["Halve"]
            n2["spare"]
            n3["Text"]
            n4(["bound value"])
            n5["Feed"]
            n0 --> n1
            n1 -->|"on failure"| n2
            n1 -->|"select"| n3
            n2 --> n3
            n3 -->|"after"| n4
            n4 --> n5
        """);

    [Fact]
    public void Options_and_limits_are_in_the_labels() => AssertMermaid(
        Halve.With(static o => { o.Handler = "gpu"; o.Timeout = TimeSpan.FromSeconds(30); o.Retry = new RetryOptions { MaxAttempts = 3 }; })
            .WithExecution(Execution.Threads(2)).Within(TimeSpan.FromMinutes(5)) >> (Text.Select(static x => x.Length)).As("eu").Bind(1).Within(TimeSpan.FromMilliseconds(50)),
        """
        flowchart TD
            n0(["input"])
            n1["Halve<br/>handler gpu · timeout 30 s · 3 attempts · within 00#58;05#58;00 · Threads(2)"]
            subgraph g0 ["within 50 ms"]
                n2(["bound value"])
                n3["eu/Text"]
            end
            n0 --> n1
            n1 -->|"after"| n2
            n2 --> n3
        """);

    [Fact]
    public void Where_several_outputs_meet_several_consumers_a_join_stands_between()
    {
        var picture = ((Halve | Wide | Text) >> (Consumer("x") | Consumer("y"))).ToMermaid();
        Assert.Contains("((\" \"))", picture, StringComparison.Ordinal);
        Assert.Equal(3 + 3 + 2, Arrow().Count(picture));
    }

    [Fact]
    public void A_race_says_so() =>
        Assert.Contains("[\"fast · first of\"]", (Halve | Halve.As("b")).Named("fast").First().ToMermaid(), StringComparison.Ordinal);

    [Fact]
    public void Dot_draws_the_same() => Assert.Equal(
        """
        digraph {
            node [shape=box, style=rounded];
            n0 [label="Source"];
            n3 [label="Notify"];
            subgraph cluster_0 { label="checks";
                n1 [label="Halve\n3 attempts"];
                n2 [label="Wide"];
            }
            n0 -> n1;
            n0 -> n2;
            n1 -> n3 [label="after", style=dotted];
            n2 -> n3 [label="after", style=dotted];
        }

        """,
        (Source >> (Halve.With(static o => o.Retry = new RetryOptions { MaxAttempts = 3 }) | Wide).Named("checks") >> Notify).ToDot());

    [Fact]
    public void Pictures_are_the_same_every_time()
    {
        var flow = Source >> (Halve | Wide).Named("g") >> Store;
        Assert.Equal(flow.ToMermaid(), (Source >> (Halve | Wide).Named("g") >> Store).ToMermaid());
        Assert.Equal(flow.ToDot(), flow.ToDot());
    }

    [Fact]
    public void A_null_flow_names_the_order_of_initialization() =>
        Assert.Equal("GRF103", Assert.Throws<FlowDefinitionException>(() => ((IExecutable)null!).ToMermaid()).Id);

    [Fact]
    public void Flows_deeper_than_the_stack_are_drawn()
    {
        Flow<int, int> chain = Flow.Task("t", static (int x) => x);
        IExecutable<int, object> nested = Halve.Select(static x => (object)x);
        for (var i = 0; i < 20_000; i++)
        {
            chain = (chain >> Flow.Task($"t{i}", static (int x) => x)).Select(static x => x);
            nested = Flow.Parallel(nested);
        }

        Assert.Equal(20_001 + 1, Regex.Count(chain.ToMermaid(), "(?m)^    n\\d+[\\[(]"));
        Assert.Equal(20_000, Regex.Count(nested.ToDot(), "subgraph"));
    }

    [Fact]
    public void A_diamond_chain_stays_linear()
    {
        Flow<int, int> flow = Flow.Task("t", static (int x) => x);
        for (var i = 0; i < 50; i++)
        {
            flow = (flow >> Flow.Task($"a{i}", static (int x) => x) | flow >> Flow.Task($"b{i}", static (int x) => x)) >> Flow.Task($"c{i}", static ((int, int) x) => x.Item1);
        }

        Assert.Equal(1 + 50 * 4, Arrow().Count(flow.ToMermaid()));
    }

    private static TaskNode<(double, long, string), int> Consumer(string id) => Flow.Task(id, static ((double, long, string) x) => 1);

    private static DescribedNode Task(string id, params string[] targets) => new(new TaskDescriptor(id, TaskBody.Next) { NextTargets = targets });

    private static void AssertMermaid(IExecutable flow, string expected) => Assert.Equal(expected + "\n", flow.ToMermaid());

    [GeneratedRegex(@"-->|-\.->")]
    private static partial Regex Arrow();

    private sealed class DescribedNode(TaskDescriptor descriptor) : TaskNode<int, int>(descriptor);
}
