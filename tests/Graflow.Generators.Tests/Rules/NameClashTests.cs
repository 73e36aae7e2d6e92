using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>GRF007.</summary>
public sealed class NameClashTests
{
    [Theory]
    [InlineData("public static partial class [|Tasks|] { [Task] public static int F(int x) => x; }", "nested class of the same name")]
    [InlineData("public static partial class A { public static int [|Tasks|] => 1; [Task] public static int F(int x) => x; [Task] public static int G(int x) => x; }", "has a member 'Tasks'")]
    [InlineData("public static partial class A { public static class [|Tasks|]; [Task] public static int F(int x) => x; }", "has a member 'Tasks'")]
    [InlineData("public static partial class A { [Task] public static int [|Tasks|](int x) => x; }", "has a member 'Tasks'")]
    [InlineData("[TasksClass(\"Steps\")] public static partial class A { [Task] public static int [|Steps|](int x) => x; }", "has a member 'Steps'")]
    [InlineData("public static partial class A { [Task(\"x.Tasks\")] public static int [|F|](int x) => x; [Task] public static int F(string x) => 0; }", "cannot have one name")]
    [InlineData("[TasksClass(\"FTask\")] public static partial class A { [Task] public static int [|F|](int x) => x; }", "cannot have one name")]
    public async Task Names_that_the_nested_class_cannot_have_are_reported(string source, string reason)
    {
        var found = await Findings.ExpectAsync("GRF007", source);
        Assert.Contains(reason, Assert.Single(found).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overloads_without_ids_are_reported_at_each()
    {
        const string source = "public static partial class A { [Task] public static int [|F|](int x) => x; [Task] public static int [|F|](string x) => 0; [Task] public static int G(int x) => x; }";
        var found = await Findings.ExpectAsync("GRF007", source);
        Assert.Contains("several [Task] overloads", found[0].GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(found[1].Location, Assert.Single(found[0].AdditionalLocations));
        Assert.Equal(["A.G.g.cs"], Findings.NodesOf(source));
    }

    [Fact]
    public async Task A_task_named_like_anothers_class_is_reported_at_both()
    {
        var found = await Findings.ExpectAsync("GRF007", "public static partial class A { [Task] public static int [|Sum|](int x) => x; [Task] public static int [|SumTask|](int x) => x; }");
        Assert.Contains("'Sum' and 'SumTask'", found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overloads_whose_ids_name_one_node_are_reported() =>
        await Findings.ExpectAsync("GRF007", "public static partial class A { [Task(\"x.F\")] public static int [|F|](int x) => x; [Task(\"y.F\")] public static int [|F|](string x) => 0; }");

    [Fact]
    public Task A_renamed_class_an_overload_that_is_no_task_and_ids_for_overloads_are_fine() => Findings.ExpectNoneAsync("""
        [TasksClass("Steps")]
        internal static partial class Tasks
        {
            [Task] private static int F(int x) => x;
            private static int F(string x) => x.Length;
            [Task] private static int G(int x) => F("") + x;
            [Task("GOfText")] private static int G(string x) => 0;
            [Task] private static int TaskSum(int x) => x;
        }
        """);
}
