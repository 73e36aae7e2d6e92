using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Rules.Flows;

/// <summary>GRF109.</summary>
public sealed class PrecedenceTests
{
    [Theory]
    [InlineData("public static object F => [|P >> Q|] | M;", "(P >> Q) | M")]
    [InlineData("public static object F => P | [|P.As(\"b\") >> Q|];", "P | (P.As(\"b\") >> Q)")]
    [InlineData("public static object F => ([|P >> Q|] | M | P >> S).As(\"eu\");", "(P >> Q) | M | (P >> S)")]
    public async Task A_chain_beside_a_branch_is_reported_once_for_the_group(string members, string reading)
    {
        var found = await FlowFindings.WarnAsync("GRF109", members);
        Assert.Equal($"'>>' binds tighter than '|': this is {reading}. Write the parentheses.", Assert.Single(found).GetMessage(null));
    }

    [Fact]
    public async Task The_other_chains_of_the_group_are_places()
    {
        var found = await FlowFindings.WarnAsync("GRF109", "public static object F => [|P >> Q|] | M | P >> S;");
        Assert.Equal(["P >> S"], Assert.Single(found).AdditionalLocations.Select(FlowFindings.TextAt));
    }

    [Theory]
    [InlineData("public static object F => (P >> Q) | M;")]
    [InlineData("public static object F => P >> (Q | M) >> J;")]
    [InlineData("public static int F(int a) => a >> 2 | 1;")]
    public Task Nothing_is_said_of_parentheses_or_numbers(string members) => FlowFindings.ExpectNoneAsync(members);
}
