using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>GRF004.</summary>
public sealed class WorkflowTests
{
    [Theory]
    [InlineData("[Workflow] public Flow<int, int> [|W|] => null!;", "not static")]
    [InlineData("[Workflow] public static Flow<int, int> [|W|](int x) => null!;", "has parameters")]
    [InlineData("[Workflow] public static Flow<T, T> [|W|]<T>() => null!;", "generic")]
    [InlineData("[Workflow] public static int [|W|] => 1;", "'int' is no flow")]
    [InlineData("[Workflow] public static void [|W|]() { }", "'void' is no flow")]
    [InlineData("[Workflow] public static IExecutable [|W|] => null!;", "'IExecutable' is no flow")]
    [InlineData("[Workflow] public static Flow<int, int> [|W|] { set { } }", "no getter")]
    [InlineData("[Workflow] private static Flow<int, int> [|W|] => null!;", "internal or public")]
    [InlineData("[Task] public static int F(int x) => x; [Workflow] public static Tasks.FTask [|W|] => Tasks.F;", "Flow<TIn, TOut>")]
    [InlineData("public static int M() { [Workflow] static Flow<int, int> [|W|]() => null!; return W() is null ? 1 : 0; }", "only properties and methods")]
    public async Task Members_that_cannot_be_workflows_are_reported(string member, string reason)
    {
        var found = await Findings.ExpectAsync("GRF004", $"public partial class Flows {{ {member} }}");
        Assert.Contains(reason, Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_name_for_two_workflows_is_reported_at_both()
    {
        var found = await Findings.ExpectAsync("GRF004", """
            public static partial class Flows
            {
                [Workflow] public static Flow<int, int> [|Daily|] => null!;
                [Workflow("Flows.Daily")] public static Flow<int, int> [|Other|]() => null!;
            }
            """);
        Assert.Contains("the name \"Flows.Daily\" is taken by 'Flows.Other()' too", found[0].GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(found[1].Location, Assert.Single(found[0].AdditionalLocations));
    }

    [Fact]
    public Task Flows_groups_interfaces_and_own_executables_are_fine() => Findings.ExpectNoneAsync("""
        internal static partial class Flows
        {
            [Task] private static int F(int x) => x;
            [Workflow] internal static Flow<int, int> A => Tasks.F;
            [Workflow] internal static ParallelGroup<int, (int, int)> B => Tasks.F | Tasks.F.As("b");
            [Workflow] internal static IExecutable<int, int> C() => Tasks.F;
            [Workflow] internal static TaskNode<int, int> D => Tasks.F;
        }
        """);
}
