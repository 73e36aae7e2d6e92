using Graflow.CodeFixes;
using Xunit;

namespace Graflow.Generators.Tests.Fixes;

public sealed class FitEdgeFixTests
{
    [Theory]
    [InlineData("Tasks.Fetch [|>>|] Tasks.Price", "Tasks.Fetch >> Tasks.Price.ForEach()", "Run 'Tasks.Price' for each element")]
    [InlineData("Tasks.Fetch >> Tasks.Count [|>>|] Tasks.Half", "Tasks.Fetch >> Tasks.Count.Select(value => (long)value) >> Tasks.Half", "Convert to 'long' between them")]
    [InlineData("(Tasks.Fetch >> Tasks.Count) [|>>|] Tasks.Half", "(Tasks.Fetch >> Tasks.Count.Select(value => (long)value)) >> Tasks.Half", "Convert to 'long' between them")]
    [InlineData("Tasks.Fetch >> Tasks.Price.ForEach() [|>>|] Tasks.Sum", "Tasks.Fetch >> Tasks.Price.ForEach().Select(items => items.ToArray()) >> Tasks.Sum", "Copy the list into an array between them")]
    [InlineData("Tasks.Fetch >> (Tasks.Count | Tasks.Count.As(\"b\") | Tasks.Name) [|>>|] Tasks.Report", "Tasks.Fetch >> (Tasks.Count | Tasks.Name | Tasks.Count.As(\"b\")) >> Tasks.Report", "Give the branches in the order of the parameters")]
    public Task The_advice_is_done(string before, string after, string title) =>
        Fixing<FitEdgeFix>.ExpectAsync("GRF105", Flow(before), Flow(after), title);

    [Fact]
    public Task Else_a_task_is_put_between_them() => Fixing<FitEdgeFix>.ExpectAsync(
        "GRF105",
        Flow("Tasks.Fetch\n        >> Tasks.Count\n        [|>>|] Tasks.Trim"),
        Flow("Tasks.Fetch\n        >> Tasks.Count\n        >> Tasks.IntToString >> Tasks.Trim").Replace(
            "    /// <summary>Daily.",
            "    [Task] private static string IntToString(int value) => throw new NotImplementedException();\n\n    /// <summary>Daily.",
            StringComparison.Ordinal),
        "Add a task 'IntToString' between them");

    [Fact]
    public Task A_task_for_many_parameters_yields_a_tuple() => Fixing<FitEdgeFix>.ExpectAsync(
        "GRF105",
        Flow("Tasks.Fetch [|>>|] Tasks.Report"),
        Flow("Tasks.Fetch >> Tasks.OrdersToIntAndStringAndInt >> Tasks.Report").Replace(
            "    /// <summary>Daily.",
            "    [Task] private static (int, string, int) OrdersToIntAndStringAndInt(Order[] value) => throw new NotImplementedException();\n\n    /// <summary>Daily.",
            StringComparison.Ordinal));

    [Fact]
    public Task Edges_of_one_kind_are_fixed_at_once() => Fixing<FitEdgeFix>.ExpectAllAsync(
        "GRF105",
        Flow("Tasks.Fetch >> Tasks.Price") + Flow("Tasks.Fetch >> Tasks.Price").Replace("Orders", "Others", StringComparison.Ordinal).Replace("public sealed record Order(int Price);", "", StringComparison.Ordinal),
        Flow("Tasks.Fetch >> Tasks.Price.ForEach()") + Flow("Tasks.Fetch >> Tasks.Price.ForEach()").Replace("Orders", "Others", StringComparison.Ordinal).Replace("public sealed record Order(int Price);", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("Tasks.Count [|||] Tasks.Trim")]
    public Task Branches_are_left_to_a_person(string flow) => Fixing<FitEdgeFix>.ExpectNoneAsync("GRF105", Flow(flow));

    [Fact]
    public Task A_class_without_tasks_gets_none() => Fixing<FitEdgeFix>.ExpectNoneAsync(
        "GRF105",
        Flow("Tasks.Fetch >> Tasks.Count") + "public static class Elsewhere { public static IExecutable F => Orders.Tasks.Count [|>>|] Orders.Tasks.Trim; }");

    private static string Flow(string flow) => $$"""
        public sealed record Order(int Price);
        public static partial class Orders
        {
            [Task] public static Order[] Fetch(string source) => [new(source.Length)];
            [Task] public static int Count(Order[] orders) => orders.Length;
            [Task] public static int Price(Order order) => order.Price;
            [Task] public static string Name(Order[] orders) => "";
            [Task] public static long Half(long total) => total;
            [Task] public static int Sum(int[] prices) => prices.Length;
            [Task] public static string Trim(string text) => text;
            [Task] public static string Report(int count, string name, int sum) => "";

            /// <summary>Daily.</summary>
            public static IExecutable Daily { get; } = {{flow}};
        }

        """;
}
