using Graflow.CodeFixes;
using Xunit;

namespace Graflow.Generators.Tests.Fixes;

public sealed class ParallelFixTests
{
    [Theory]
    [InlineData(17)]
    [InlineData(19)]
    public Task Branches_of_one_type_become_a_list(int count) => Fixing<ParallelFix>.ExpectAsync(
        "GRF106",
        Group(string.Join(" | ", Enumerable.Repeat("t", count))),
        Group($"Flow.Parallel({string.Join(", ", Enumerable.Repeat("t", count))})"));

    [Fact]
    public Task Branches_of_several_types_are_left_to_a_person() =>
        Fixing<ParallelFix>.ExpectNoneAsync("GRF106", Group(string.Join(" | ", Enumerable.Repeat("t", 16)) + " | t.Select(x => x > 1)"));

    [Fact]
    public Task A_race_of_several_types_is_left_to_a_person() => Fixing<ParallelFix>.ExpectNoneAsync("GRF106", Group("(t | t.Select(x => x > 1)).First()"));

    private static string Group(string group) => $$"""
        public static partial class Shops
        {
            [Task] public static double Ask(int shop) => shop;

            public static IExecutable All()
            {
                var t = Tasks.Ask;
                return {{group}};
            }
        }
        """;
}
