using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Rules.Flows;

/// <summary>GRF104.</summary>
public sealed class UnusedTests
{
    [Theory]
    [InlineData("public static Flow<int, int> F() { var f = P >> Q; [|f.Within(TimeSpan.FromSeconds(1))|]; return f; }", "What 'Within' returns is thrown away")]
    [InlineData("public static ParallelGroup<int, (int, int)> F() { var f = P | Q; [|f.Named(\"both\")|]; return f; }", "What 'Named' returns is thrown away")]
    [InlineData("public static void F() { [|P.As(\"b\")|]; }", "What 'As' returns is thrown away")]
    [InlineData("public static void F() { var [|f|] = P >> Q; }", "The flow 'f' is built and never used")]
    public async Task A_flow_that_is_thrown_away_is_reported(string members, string start)
    {
        var found = await FlowFindings.WarnAsync("GRF104", members);
        Assert.StartsWith(start, Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static void F() => _ = P >> Q;")]
    [InlineData("private static Flow<int, int> Make() => P; public static void F() { Make(); }")]
    [InlineData("public static object F() { var f = P >> Q; return f; }")]
    [InlineData("public static Func<object> F() { var f = P >> Q; return () => f; }")]
    public Task Nothing_is_said_of_flows_that_are_used_or_meant_to_be_dropped(string members) => FlowFindings.ExpectNoneAsync(members);

    [Fact]
    public async Task A_task_that_nothing_mentions_is_a_hint()
    {
        var source = "internal static partial class A { [Task] internal static int [|Lost|](int x) => x; [Task] internal static int Used(int x) => x; internal static object F => Tasks.Used; }";
        var found = await Findings.ExpectAsync("GRF104", source, DiagnosticSeverity.Info);
        Assert.Equal("No flow of this assembly uses the task 'A.Lost'", Assert.Single(found).GetMessage(null));
    }

    [Theory]
    [InlineData("public static partial class A { [Task] public static int Library(int x) => x; }")]
    [InlineData("internal static partial class A { [Task] internal static int Called(int x) => x; internal static int Other => Called(1); }")]
    public async Task No_hint_is_given_of_what_others_may_use_or_what_is_called(string source) => await Findings.ExpectNoneAsync(source, "GRF104");
}
