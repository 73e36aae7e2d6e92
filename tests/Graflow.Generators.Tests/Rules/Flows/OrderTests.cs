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
    [InlineData("public static Flow<int, int> F => [|G|] >> P; public static Flow<int, int> G => F >> Q;", "B.F → B.G → B.F")]
    [InlineData("public static Flow<int, int> F => [|F|];", "B.F → B.F")]
    [InlineData("public static Flow<int, int> H => F; public static Flow<int, int> F { get { return [|G()|] | P.As(\"b\") is var g ? g.Select(x => 1) : null!; } } public static Flow<int, int> G() => H;", "B.F → B.G → B.H → B.F")]
    public Task Flows_that_refer_to_each_other_are_reported_once(string members, string path) => FlowFindings.ExpectAsync(
        "GRF103", members, $"These flows refer to each other: {path}. Reading one of them never ends: make one flow of them, or let a task return Next.To the other flow.");

    [Theory]
    [InlineData("private static readonly Flow<int, int> Early = Q; public static Flow<int, int> F { get; } = Early >> P;")]
    [InlineData("public static Flow<int, int> F => Late >> P; public static Flow<int, int> Late { get; } = Q;")]
    [InlineData("public static Flow<int, int> F => DateTime.Now.Year > 2000 ? P : F;")]
    [InlineData("public static Next<int> F(int x) => Next.To(G, x); public static Flow<int, int> G { get; } = Flow.Task(\"f\", (int x) => F(x)) >> P;")]
    [InlineData("private static readonly Func<Flow<int, int>> Later = () => Late! >> P; private static readonly Flow<int, int> Late = Q; public static object F => Later;")]
    public Task Nothing_is_said_of_flows_that_exist_when_they_are_used(string members) => FlowFindings.ExpectNoneAsync(members);
}
