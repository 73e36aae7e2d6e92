using Graflow.CodeFixes;
using Xunit;

namespace Graflow.Generators.Tests.Fixes;

public sealed class UnionFixTests
{
    private const string Task = "public static partial class Shapes { [Task] public static int Count(List<IShape> shapes) => shapes.Count; }\n";

    [Fact]
    public Task The_types_of_the_project_are_listed() => Fixing<UnionFix>.ExpectAsync(
        "GRF204",
        Task + """
        namespace Drawing
        {
            public sealed record Square(double Side) : IShape;
            public abstract record Round : IShape;
            public sealed record Circle(double Radius) : Round;
        }

        /// <summary>What is drawn.</summary>
        public interface IShape;
        """,
        Task + """
        namespace Drawing
        {
            public sealed record Square(double Side) : IShape;
            public abstract record Round : IShape;
            public sealed record Circle(double Radius) : Round;
        }

        /// <summary>What is drawn.</summary>
        [Union(0, typeof(Drawing.Circle))]
        [Union(1, typeof(Drawing.Square))]
        public interface IShape;
        """,
        "List what 'IShape' may be: Circle, Square");

    [Fact]
    public Task A_nested_abstract_class_keeps_its_indentation_and_attributes() => Fixing<UnionFix>.ExpectAsync(
        "GRF204",
        """
        public static partial class Shapes
        {
            [Task] public static int Count(Shape shape) => 1;

            [Serializable]
            public abstract record Shape;

            public sealed record Dot : Shape;
        }
        """,
        """
        public static partial class Shapes
        {
            [Task] public static int Count(Shape shape) => 1;

            [Union(0, typeof(Dot))]
            [Serializable]
            public abstract record Shape;

            public sealed record Dot : Shape;
        }
        """);

    [Theory]
    [InlineData(Task + "public interface IShape;")]
    [InlineData("public static partial class Shapes { [Task] public static string Say(IFormattable value) => \"\"; }")]
    public Task What_nobody_implements_here_is_left_to_a_person(string source) => Fixing<UnionFix>.ExpectNoneAsync("GRF204", source);
}
