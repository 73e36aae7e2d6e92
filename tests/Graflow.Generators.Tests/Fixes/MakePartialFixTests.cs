using Graflow.CodeFixes;
using Xunit;

namespace Graflow.Generators.Tests.Fixes;

public sealed class MakePartialFixTests
{
    [Theory]
    [InlineData(
        "public static class Orders { [Task] public static int One() => 1; }",
        "public static partial class Orders { [Task] public static int One() => 1; }")]
    [InlineData(
        "record Orders { [Task] public static int One() => 1; }",
        "partial record Orders { [Task] public static int One() => 1; }")]
    [InlineData(
        "record struct Orders { [Task] public static int One() => 1; }",
        "partial record struct Orders { [Task] public static int One() => 1; }")]
    [InlineData(
        "class Shop { internal class Orders { [Task] public static int One() => 1; } }",
        "partial class Shop { internal partial class Orders { [Task] public static int One() => 1; } }")]
    [InlineData(
        "partial class Shop { internal class Orders { [Task] public static int One() => 1; } }",
        "partial class Shop { internal partial class Orders { [Task] public static int One() => 1; } }")]
    public Task Every_type_around_the_task_becomes_partial(string before, string after) =>
        Fixing<MakePartialFix>.ExpectAsync("GRF001", before, after);

    [Fact]
    public Task All_types_of_a_file_are_made_partial_at_once() => Fixing<MakePartialFix>.ExpectAllAsync(
        "GRF001",
        """
        public static class Orders
        {
            [Task] public static int One() => 1;
        }

        public class Shop
        {
            [Task] public static int Two() => 2;

            public static class Prices
            {
                [Task] public static int Three() => 3;
            }
        }
        """,
        """
        public static partial class Orders
        {
            [Task] public static int One() => 1;
        }

        public partial class Shop
        {
            [Task] public static int Two() => 2;

            public static partial class Prices
            {
                [Task] public static int Three() => 3;
            }
        }
        """);
}
