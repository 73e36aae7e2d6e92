using Xunit;

namespace Graflow.Generators.Tests.Rules.Flows;

/// <summary>GRF102.</summary>
public sealed class TwoInputsTests
{
    [Theory]
    [InlineData("public static object F => ((P >> M) | (Q >> [|M|])) >> J;", "A.M is fed by both A.P and A.Q")]
    [InlineData("public static object F => M | (Q >> [|M|]);", "A.M is fed by both the flow's input and A.Q")]
    [InlineData("public static object F() { var m = M; var left = P >> m; return left | (Q >> [|m|]); }", "A.M is fed by both A.P and A.Q")]
    [InlineData("public static object F => ((P | Q) >> J) | ((P | Q) >> [|J|]);", "A.J is fed by both (A.P | A.Q) and (A.P | A.Q)")]
    [InlineData("public static object F => (P.Bind(1) >> M) | (Q.Try() >> S >> [|M|]);", "A.M is fed by both A.P and A.S")]
    [InlineData("public static object F => M.Bind(1) | [|M|].Bind(2);", "A.M is fed by both A.M.Bind and A.M.Bind")]
    [InlineData("public static object F => ((P | Q).Named(\"two\") >> J) | (P.Select(x => (x, x)) >> [|J|]);", "A.J is fed by both two and A.P.Select")]
    [InlineData("public static object F => Flow.Parallel(P >> M, Q >> [|M|]).First();", "A.M is fed by both A.P and A.Q")]
    [InlineData("public static object F => ((P >> M) | (Q >> [|M|])).As(\"eu\");", "eu/A.M is fed by both eu/A.P and eu/A.Q")]
    [InlineData("public static object F(IExecutable<int, int> some) => some >> ((P >> M) | (Q >> [|M|]));", "A.M is fed by both A.P and A.Q")]
    [InlineData("private static Flow<int, int> Both => P >> M; private static Flow<int, int> Other => Q >> M; public static object F => Both | [|Other|];", "A.M is fed by both A.P and A.Q")]
    [InlineData("private static ParallelGroup<int, (int, int)> Two => P | Q; public static object F => (Two >> J) | (Two >> [|J|]);", "A.J is fed by both (A.P | A.Q) and (A.P | A.Q)")]
    public Task Both_ends_are_named(string members, string message) =>
        FlowFindings.ExpectAsync("GRF102", members, $"{message}; use .As(\"…\") to run it twice.");

    [Fact]
    public async Task The_other_mention_is_a_place()
    {
        var others = await FlowFindings.OthersOfAsync("GRF102", "public static object F => (P >> Q.OrElse(M)) | (S.Select(x => x) >> [|M|]);");
        Assert.Equal(["M"], others);
    }

    [Theory]
    [InlineData("public static object F => ((P >> M) | (P >> M.As(\"b\"))) >> J;")]
    [InlineData("public static object F => ((P >> M) | (P >> M)) >> J;")]
    [InlineData("public static object F { get { var p = P >> Q; return ((p >> M) | (p >> M)) >> J; } }")]
    [InlineData("public static object F { get { var both = P | Q; return (both >> J) | (both >> J); } }")]
    [InlineData("private static ParallelGroup<int, (int, int)> Two { get; } = P | Q; public static object F => (Two >> J) | (Two >> J);")]
    [InlineData("public static object F => ((P >> N) | (Q >> N)).Select(x => 1);")]
    [InlineData("public static object F => (P >> M) | (Q >> M.ForEach().Bind([1]));")]
    [InlineData("public static object F(IExecutable<int, int> some) => (P >> M) | (some >> M);")]
    [InlineData("public static object F(bool b) => (P >> M) | ((b ? (IExecutable<int, int>)P : Q) >> M);")]
    [InlineData("public static object F(Func<Flow<int, int>> some) => (P >> M) | (some() >> M);")]
    [InlineData("public static object F(IReadOnlyList<Flow<int, int>> some) => (some[0] >> M) | (some[1] >> M);")]
    public Task Nothing_is_said_where_there_is_one_input_or_where_it_depends(string members) => FlowFindings.ExpectNoneAsync(members);
}
