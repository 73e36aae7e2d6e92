using System.Globalization;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Rules.Flows;

/// <summary>GRF101.</summary>
public sealed class CycleTests
{
    private const string Rest = "Loops are written with Next.To; to run a task a second time, use .As(\"…\").";

    [Theory]
    [InlineData("public static Flow<int, int> F => P >> Q >> [|P|];", "A.P → A.Q → A.P")]
    [InlineData("public static Flow<int, int> F { get; } = P >> [|P|];", "A.P → A.P")]
    [InlineData("public static readonly object F = P >> (Q | M) >> J >> [|P|];", "A.P → A.M → A.J → A.P")]
    [InlineData("public static object F() { var f = P >> Q; f = f >> [|P|]; return f; }", "A.P → A.Q → A.P")]
    [InlineData("public static object F() { Flow<int, int> f = P; f >>= Q; f >>= [|P|]; return f; }", "A.P → A.Q → A.P")]
    [InlineData("public static object F => N >> S >> [|N|];", "A.N → A.S → A.N")]
    [InlineData("public static object F => (P >> Q >> [|P|]).ForEach();", "A.P → A.Q → A.P")]
    [InlineData("public static object F => (P >> Q >> [|P|]).As(\"eu\").Try();", "eu/A.P → eu/A.Q → eu/A.P")]
    [InlineData("public static object F => P >> Q.As(\"eu\").OrElse(M) >> [|P|];", "A.P → A.M → A.P")]
    [InlineData("public static Task<int> F() => new WorkflowEngine().RunAsync(P >> Q >> [|P|], 1);", "A.P → A.Q → A.P")]
    [InlineData("public static Flow<int, int> F(bool fast) => fast ? P >> Q >> [|P|] : Q;", "A.P → A.Q → A.P")]
    [InlineData("public static object F() => Next.To(P >> Q >> [|P|], 1);", "A.P → A.Q → A.P")]
    [InlineData("public static Func<object> F() => () => P >> Q >> [|P|];", "A.P → A.Q → A.P")]
    [InlineData("public static object F(IExecutable<int, int> some) => P >> some >> [|P|];", "A.P → … → A.P")]
    [InlineData("private static Flow<int, int> Then(IExecutable<int, int> a, IExecutable<int, int> b) => a >> b; public static object F() => [|Then(P, P)|] >> Q;", "A.P → A.P")]
    [InlineData("public static object F() { var (f, g) = (P >> Q, M >> [|P|]); return f >> g; }", "A.P → A.Q → A.M → A.P")]
    [InlineData("public static object F() { Flow<int, int> f = P, g = P >> Q; (f, g) = (g, f); return f >> [|g|]; }", "A.P → A.Q → A.P")]
    [InlineData("private const bool Both = true; public static object F => (Both ? P >> Q : M) >> [|P|];", "A.P → A.Q → A.P")]
    public Task The_message_names_the_way_around(string members, string path) =>
        FlowFindings.ExpectAsync("GRF101", members, $"The flow has a cycle: {path}. {Rest}");

    [Fact]
    public async Task Every_edge_of_the_cycle_is_a_place()
    {
        var others = await FlowFindings.OthersOfAsync("GRF101", "public static object F => P >> Q >> M >> [|P|];");
        Assert.Equal(["Q", "M", "P"], others);
    }

    [Fact]
    public Task A_cycle_is_reported_where_it_is_written_and_not_where_it_is_mentioned() => FlowFindings.ExpectAsync(
        "GRF101",
        """
        private static Flow<int, int> Wrong => P >> Q >> [|P|];
        private static Flow<int, int> AlsoWrong { get; } = P >> [|P|];
        public static object First => Wrong.As("eu") >> M;
        public static object Second => Wrong | M;
        public static object Third() => (First, AlsoWrong >> M);
        """,
        $"The flow has a cycle: A.P → A.Q → A.P. {Rest}",
        $"The flow has a cycle: A.P → A.P. {Rest}");

    [Theory]
    [InlineData("Twice")]
    [InlineData("Again()")]
    public Task An_extension_of_flows_is_followed(string member) => Findings.ExpectAsync("GRF101", $$"""
        public static class B { public static Flow<int, int> F => [|A.Tasks.P.{{member}}|]; }
        public static class C { extension(IExecutable<int, int> flow) { public Flow<int, int> Twice => flow >> flow; public Flow<int, int> Again() => flow >> flow; } }
        {{FlowFindings.Tasks}}
        """);

    /// <summary>Each level has two instances of the one before: the last one stands for more than a trillion vertices.</summary>
    [Theory]
    [InlineData("Flow.Parallel([{0}.As(\"a\"), {0}.As(\"b\")]).Select(list => list[0])")]
    [InlineData("{0}.OrElse({0}.As(\"{0}\"))")]
    [InlineData("{0}.Select(x => new[] {{ x }}) >> (({0}.As(\"a\") >> P.As(\"end\")).ForEach() | {0}.As(\"b\").ForEach()).Select(lists => 1)")]
    public Task A_flow_too_large_to_be_read_does_not_hold_up_the_build(string next)
    {
        var levels = Enumerable.Range(0, 40).Select(i => $"public static Flow<int, int> F{i + 1} {{ get; }} = {string.Format(CultureInfo.InvariantCulture, next, $"F{i}")};");
        return FlowFindings.ExpectNoneAsync($"public static Flow<int, int> F0 {{ get; }} = P;\n{string.Join('\n', levels)}");
    }

    [Fact]
    public Task A_cycle_that_parts_make_together_is_reported_where_they_meet() => FlowFindings.ExpectAsync(
        "GRF101",
        """
        private static Flow<int, int> There => P >> Q;
        private static Flow<int, int> Back => M >> P;
        public static object F => There >> [|Back|];
        """,
        $"The flow has a cycle: A.P → A.Q → A.M → A.P. {Rest}");

    [Fact]
    public async Task A_flow_of_another_project_is_unknown_and_its_tasks_are_not()
    {
        var library = Source.CompileAs("Library", OutputKind.DynamicallyLinkedLibrary, "public static class L { public static Flow<int, int> Wrong => A.Tasks.P >> A.Tasks.Q >> A.Tasks.P; public static Flow<int, int> Static { get; } = A.Tasks.Q; }" + FlowFindings.Tasks);
        var (generated, _) = Source.Generate(library);
        var program = Source.Compile("public static class B { public static object F => L.Wrong >> A.Tasks.M >> A.Tasks.M.As(\"b\"); public static Flow<int, int> G { get; } = L.Static >> A.Tasks.P >> A.Tasks.M >> A.Tasks.P; }");
        var found = Assert.Single(await Source.AnalyzeAsync(program.AddReferences(generated.ToMetadataReference())));
        Assert.Equal($"The flow has a cycle: A.P → A.M → A.P. {Rest}", found.GetMessage(null));
    }

    [Theory]
    [InlineData("public static object F => P >> Q >> P.As(\"again\");")]
    [InlineData("public static object F => (P | (P >> Q)) >> J;")]
    [InlineData("public static object F => P >> P.ForEach().Select(list => list.Count).Bind([1]);")]
    [InlineData("public static Next<int> F(int x) => x > 3 ? x : Next.To(P >> Q, x);")]
    [InlineData("public static object F(bool b) { var f = P >> Q; if (b) { f = M.OrElse(Q); } return f >> P.As(\"end\"); }")]
    [InlineData("public static object F(bool b) => (b ? (IExecutable<int, int>)Q : P) >> P;")]
    [InlineData("public static object F(int n) { Flow<int, int> f = Q; for (var i = 0; i < n; i++) { f = f >> P.As($\"{i}\"); } return f; }")]
    [InlineData("public static object F(string name) => P >> Q >> P.As(name);")]
    [InlineData("private static void Replace(ref Flow<int, int> f) => f = Q; public static object F() { Flow<int, int> f = P; Replace(ref f); return f >> P; }")]
    [InlineData("private static void Make(out Flow<int, int> f) => f = Q; public static object F() { Flow<int, int> f = P; Make(out f); return f >> P; }")]
    [InlineData("public static object F() { Flow<int, int> f = P >> Q, g = M; (f, g) = (g, f); return f >> P; }")]
    [InlineData("public static object F() { Flow<int, int> f = P; ref var other = ref f; other = Q; return f >> P; }")]
    [InlineData("private static Flow<int, int> End(Flow<int, int> f) { void Replace() => f = Q; Replace(); return f >> P; } public static object F() => End(P);")]
    public Task Nothing_is_said_where_there_is_none_or_none_is_certain(string members) => FlowFindings.ExpectNoneAsync(members);
}
