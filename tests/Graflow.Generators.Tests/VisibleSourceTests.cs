using Graflow.Generators.Reading.Kept;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests;

/// <summary>What was read of a file is kept only while nothing changed that other files can see.</summary>
public sealed class VisibleSourceTests
{
    private const string Text = """
        #nullable enable
        public partial class Shop(int size)
        {
            public int Size() => size;
        }

        public partial class Prices
        {
            public const string Id = "a";
            private int _count = 1;
            public int Count { get { return _count; } }
            public Prices() { _count = 2; }
            /// <summary>Text.</summary>
            public int Add(int x) => x + 1;
            public int Twice(int x)
            {
                return 2 * x;
            }

            public partial void Part();
            public partial void Part() { Add(1); }
            public int Odd(int x)
            {
        #nullable disable
                return x;
            }
        }
        """;

    [Theory]
    [InlineData("x + 1", "x + 2")]
    [InlineData("=> x + 1;", "=> x > 0 ? new Func<int>(() => { return 1; })() : 2;")]
    [InlineData("return 2 * x;", "// why\n\n        if (x > 1) { return 2; }\n        return 2 * x;")]
    public void Text_in_a_body_is_not_visible(string before, string after) => Assert.True(IsSame(before, after));

    [Theory]
    [InlineData("int Size() => size", "int Size() => 1")]
    [InlineData("\"a\"", "\"b\"")]
    [InlineData("_count = 1", "_count = 3")]
    [InlineData("return _count;", "return field;")]
    [InlineData("_count = 2", "_count = 4")]
    [InlineData("Text.", "Words.")]
    [InlineData("Add(int x)", "Add(long x)")]
    [InlineData("Add(1)", "Add(2)")]
    [InlineData("#nullable disable", "#nullable restore")]
    [InlineData("#nullable enable", "#nullable disable")]
    [InlineData("return 2 * x;", "return 2 * x; } public int Thrice() {")]
    [InlineData("return 2 * x;", "return 2 * x; } public int Thrice( {")]
    [InlineData("=> x + 1;", "{ return x + 1; }")]
    public void Everything_else_is(string before, string after) => Assert.False(IsSame(before, after));

    [Fact]
    public void References_options_names_and_the_order_of_files_are_visible()
    {
        var compilation = Source.Compile(Text, "class Other;");
        Assert.True(IsSame(compilation, compilation.Clone()));
        Assert.False(IsSame(compilation, compilation.RemoveReferences(compilation.References.Last())));
        Assert.False(IsSame(compilation, compilation.WithOptions(compilation.Options.WithAllowUnsafe(false))));
        Assert.False(IsSame(compilation, compilation.WithAssemblyName("Another")));
        Assert.False(IsSame(compilation, compilation.AddSyntaxTrees(Source.Parse("class More;", "More.cs"))));
        Assert.False(IsSame(compilation, compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse())));
    }

    [Fact]
    public void A_reading_is_made_again_when_what_it_sees_changes_and_only_then()
    {
        var readings = new KeptReadings<int>();
        var compilation = Source.Compile(Text, "class Other { int F() => 1; }");
        var (node, other) = (compilation.SyntaxTrees[1].GetRoot(), compilation.SyntaxTrees[2]);
        var made = 0;
        var steps = new[] { "class Other { int F() => 2; }", "class Other { int F() => 3; }", "class Other { long F() => 3; }", "class Other { long F() => 4; }", "class Other { int F() => 1; }" };
        var values = steps.Select(text => readings.Of(node, compilation.ReplaceSyntaxTree(other, Source.Parse(text, "Source1.cs")), () => ++made));
        Assert.Equal([1, 1, 2, 2, 3], values);
    }

    private static bool IsSame(string before, string after)
    {
        Assert.Contains(before, Text, StringComparison.Ordinal);
        return IsSame(Source.Compile(Text), Source.Compile(Text.Replace(before, after, StringComparison.Ordinal)));
    }

    private static bool IsSame(Compilation left, Compilation right) => VisibleSource.Of(left).IsSameAs(VisibleSource.Of(right));
}
