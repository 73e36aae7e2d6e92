using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Rules.Flows;

/// <summary>GRF103.</summary>
public sealed class OrderTests
{
    private const string Null = "operand is null. Static flows are initialized in the order in which they stand in their class: declare a flow above the flows that use it, or make it a property with => instead of = . Flows that refer to each other cannot exist.";

    [Theory]
    [InlineData("public static Flow<int, int> F { get; } = [|Late|] >> P; public static Flow<int, int> Late { get; } = Q;", "left")]
    [InlineData("public static Flow<int, int> F { get; } = P >> [|Late|]; private static readonly Flow<int, int> Late = Q;", "right")]
    [InlineData("private static readonly object F = [|Via|].Try(); private static Flow<int, int> Via => Late; private static readonly Flow<int, int> Late = Q;", "source")]
    [InlineData("public static object F() => [|default(Flow<int, int>)|]! >> P;", "left")]
    public Task A_flow_that_is_not_there_yet_is_reported(string members, string side) => FlowFindings.ExpectAsync("GRF103", members, $"The {side} {Null}");

    [Theory]
    [InlineData("public static object F { get; } = (P | Q).WithPolicy([|Late|]); private static readonly TolerantPolicy Late = GroupPolicy.AtLeast(1);", "policy")]
    [InlineData("public static object F { get; } = P.ForEach().WithPolicy([|Late|]); private static StrictPolicy Late { get; } = GroupPolicy.FailFast;", "policy")]
    [InlineData("public static object F { get; } = (P >> Q).WithExecution([|Late|]); private static Execution Late { get; } = Execution.Direct;", "execution")]
    [InlineData("public static object F { get; } = (P | Q).WithExecution([|Late|]); private static readonly Execution Late = Execution.Threads(2);", "execution")]
    [InlineData("public static object F() => (P | Q).WithPolicy([|default(TolerantPolicy)|]!);", "policy")]
    [InlineData("public static object F() => P.ForEach().WithExecution([|null|]!);", "execution")]
    public Task A_setting_that_is_not_there_yet_is_reported(string members, string what) => FlowFindings.ExpectAsync(
        "GRF103", members, $"The {what} is null. Static members are initialized in the order in which they stand in their class: declare it above the flows that use it, or make it a property with => instead of = .");

    [Theory]
    [InlineData("public static Flow<int, int> F => [|G|] >> P; public static Flow<int, int> G => F >> Q;", "B.F → B.G → B.F")]
    [InlineData("public static Flow<int, int> F => [|F|];", "B.F → B.F")]
    [InlineData("public static Flow<int, int> H => F; public static Flow<int, int> F { get { return [|G()|] | P.As(\"b\") is var g ? g.Select(x => 1) : null!; } } public static Flow<int, int> G() => H;", "B.F → B.G → B.H → B.F")]
    public Task Flows_that_refer_to_each_other_are_reported_once(string members, string path) => FlowFindings.ExpectAsync(
        "GRF103", members, $"These flows refer to each other: {path}. Reading one of them never ends: make one flow of them, or let a task return Next.To the other flow.");

    [Theory]
    [InlineData("private static readonly Flow<int, int> Early = Q; public static Flow<int, int> F { get; } = Early >> P;")]
    [InlineData("public static Flow<int, int> F => Late >> P; public static Flow<int, int> Late { get; } = Q;")]
    [InlineData("private static readonly Execution Early = Execution.Threads(2); private static readonly TolerantPolicy First = GroupPolicy.AtLeast(1); public static object F { get; } = (P | Q).WithExecution(Early).WithPolicy(First);")]
    [InlineData("public static object F => (P | Q).WithExecution(Late).WithPolicy(GroupPolicy.BestEffort); private static Execution Late { get; } = Execution.Direct;")]
    [InlineData("public static object F { get; } = (P | Q).WithExecution(Late); private static Execution Late => Execution.Direct;")]
    [InlineData("public static Flow<int, int> F => DateTime.Now.Year > 2000 ? P : F;")]
    [InlineData("public static Next<int> F(int x) => Next.To(G, x); public static Flow<int, int> G { get; } = Flow.Task(\"f\", (int x) => F(x)) >> P;")]
    [InlineData("private static readonly Func<Flow<int, int>> Later = () => Late! >> P; private static readonly Flow<int, int> Late = Q; public static object F => Later;")]
    [InlineData("public static Flow<int, int> Memo => field ??= Late >> P; private static Flow<int, int> Late { get; } = Q;")]
    [InlineData("public static Flow<int, int> F { get; } = Memo >> P; private static Flow<int, int> Memo => field ??= Q;")]
    [InlineData("public static object F() { Flow<int, int>? f = null; f ??= Q; return f >> P; }")]
    [InlineData("private static Flow<int, int> Chain(Flow<int, int>? f, Flow<int, int> g) { if (f is null) return g; return f >> g; } public static object F() => Chain(null, P);")]
    [InlineData("private static Flow<int, int> Chain(Flow<int, int>? f, Flow<int, int> g) { if (f is null) throw new ArgumentNullException(nameof(f)); return f >> g; } public static object F() => Chain(null, P);")]
    [InlineData("private static Flow<int, int> Add(Flow<int, int>? f = null) { f ??= Q; return f >> P; } public static object F() => Add();")]
    [InlineData("private static Flow<int, int> In(Flow<int, int> f) => f >> P; private static Flow<int, int> Out(Flow<int, int>? f) { if (f is not null) return In(f); return P; } public static object F() => Out(null);")]
    [InlineData("private static bool Is(Flow<int, int>? f) => f is not null && (f >> P).Try() is not null; public static object F() { Flow<int, int>? n = null; return (n is not null && (n >> P).Try() is not null, Is(null), n?.As(\"x\")); }")]
    [InlineData("private static int s_depth; public static Flow<int, int> F { get { if (s_depth++ > 3) return P; return F.As(\"x\") >> Q; } }")]
    public Task Nothing_is_said_of_flows_that_exist_when_they_are_used(string members) => FlowFindings.ExpectNoneAsync(members);

    [Fact]
    public async Task Classes_that_need_each_other_to_be_initialized_are_reported()
    {
        var found = await Findings.ExpectAsync("GRF103", $$"""
            public static class First { public static Flow<int, int> F { get; } = [|Second.G|] >> A.Tasks.P; }
            public static class Second { public static Flow<int, int> G { get; } = [|First.F|] >> A.Tasks.Q; }
            {{FlowFindings.Tasks}}
            """);
        Assert.Equal(
            [
                "First.F needs Second.G, and to initialize its class Second.G needs First.F, which is null until then. Move what both classes need to a third one, or make it a property with => instead of = .",
                "Second.G needs First.F, and to initialize its class First.F needs Second.G, which is null until then. Move what both classes need to a third one, or make it a property with => instead of = .",
            ],
            found.Select(problem => problem.GetMessage(null)));
    }

    [Fact]
    public async Task Classes_that_work_only_if_one_is_entered_first_are_a_warning()
    {
        var found = await Findings.ExpectAsync("GRF103", $$"""
            public static class First { public static Flow<int, int> F { get; } = [|Second.Via|] >> A.Tasks.P; }
            public static class Second { public static Flow<int, int> Via => Third.G; }
            public static class Third { public static Flow<int, int> G { get; } = A.Tasks.Q; public static object H { get; } = First.F; public static Flow<int, int> I { get; } = First.F.Try().Select(x => 1); }
            {{FlowFindings.Tasks}}
            """, DiagnosticSeverity.Warning);
        Assert.StartsWith("First.F needs Third.G, and to initialize its class Third.I needs First.F", Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public Task Classes_that_need_each_other_only_when_asked_are_fine() => Findings.ExpectNoneAsync($$"""
        public static class First { public static Flow<int, int> F { get; } = Second.G >> A.Tasks.P; }
        public static class Second { public static Flow<int, int> G { get; } = A.Tasks.Q; public static Flow<int, int> Late => First.F; }
        {{FlowFindings.Tasks}}
        """);

    [Fact]
    public async Task Parts_of_a_class_in_other_files_have_no_order()
    {
        var compilation = Source.Compile(
            $"public static partial class C {{ public static Flow<int, int> Early {{ get; }} = A.Tasks.P; public static Flow<int, int> F {{ get; }} = Late! >> A.Tasks.P.As(\"b\"); }}\n{FlowFindings.Tasks}",
            "public static partial class C { public static Flow<int, int> Late { get; } = A.Tasks.Q; public static Flow<int, int> G { get; } = Early >> A.Tasks.Q; }");
        var found = (await Source.AnalyzeAsync(compilation)).Where(problem => problem.Id == "GRF103").OrderBy(problem => problem.Severity).ToList();
        Assert.Equal([DiagnosticSeverity.Warning, DiagnosticSeverity.Error], found.Select(problem => problem.Severity));
        Assert.Equal("C.Early is initialized in another file of its class, and which file comes first is not defined. Move both into one file, or make it a property with => instead of = .", found[0].GetMessage(null));
        Assert.Equal($"The left {Null}", found[1].GetMessage(null));
    }
}
