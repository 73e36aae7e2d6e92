using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests;

/// <summary>Half-typed and broken code is what a generator sees most of the day.</summary>
public sealed class HostileTests
{
    private const string Sample = """
        namespace Shop;

        public static partial class Orders
        {
            /// <summary>Fetches <see cref="Uri"/>.</summary>
            [Task("fetch", Timeout = "00:00:30"), Retry(3, On = new[] { typeof(IOException) })]
            public static async Task<Next<(int, string?)>> Fetch(Uri source, [FromChannel("k")] int limit = 3, CancellationToken ct = default)
            {
                await Task.Yield();
                return Next.To(Orders.Tasks.Fetch, source);
            }

            [Workflow] public static Flow<int, int> Daily => Tasks.Fetch >> Tasks.Sum;
        }
        """;

    private const string MissingTypes = "public static partial class A { [Task] public static Missing F(int x) => x; [Task] public static int G(Missing<int>[] x) => 1; [Task] public static int Fine(int x) => x; }";

    public static TheoryData<string> Broken =>
    [
        MissingTypes,
        "public static partial class A { [Task(] public static int F(int x) => x; }",
        "public static partial class A { [Task(5)] public static int F(int x) => x; }",
        "public static partial class A { [Task(null)] public static int F(int x) => x; }",
        "public static partial class A { [Task, Task] public static int F(int x) => x; }",
        "public static partial class A { [Task, Retry, Cache, CircuitBreaker(1)] public static int F(int x) => x; }",
        "public static partial class A { [Task, Retry(2, On = null, Delay = null)] public static int F(int x) => x; }",
        "public static partial class A { [Task, Retry(2, On = new Type[] { null, typeof(Missing) })] public static int F(int x) => x; }",
        "public static partial class A { [Task(Timeout = 5)] public static int F(int x) => x; }",
        "public static partial class A { [Task] public static int F(int x) => x; [Task] public static int F(int x) => x; }",
        "public static partial class A { [Task] public static int F(int, string) => 1; }",
        "public static partial class A { [Task] public static (int x) => x; }",
        "public static partial class A { [Task] public static F(int x) => x; }",
        "public static partial class A { [Task] public static int F(this int x, params) => x; }",
        "public static class A { extension(string s) { [Task] public int F(int x) => x; } }",
        "public static partial class A { [Workflow] public static Flow<Missing, int> W => null!; [Workflow] public static Missing V => null!; [Workflow] public static W2 => 1; }",
        "[Task] public static int F(int x) => x;",
        "[Task] static int F(int x) => x; return F(1);",
        "public partial class A : A { [Task] public static int F(int x) => x; }",
        "public partial class A : B { [Task] public static int F(int x) => x; } public partial class B : A { [Task] public static int F(int x) => x; }",
        "[TasksClass(\"1 2\")] public partial class A { [Task] public static int F(int x) => x; }",
        "[TasksClass(null)] public partial class A { [Task] public static int F(int x) => x; }",
        "public partial class A { public partial class { [Task] public static int F(int x) => x; } }",
        "public enum A { [Task] F } public delegate int [Task] D(); public partial class C { [Task] C() { } [Task] ~C() { } [Task] public int this[int i] => i; }",
        "public partial class A { [Task] public static int F(int x = Missing, string y = 5) => x; }",
        "public partial class A { [Task] int IDisposable.F(int x) => x; }",
        "public partial class A { [Task] public static int F(int x, TaskContext<Missing> c, TaskContext<> d) => x; }",
        "public partial class A { [Task] public static Task<> F(int x) => null; [Task] public static Next<Next<int>> G(int x) => default; }",
        "public partial class A { /// <summary>broken <b></summary>\n[Task] public static int F(int x) => x; }",
        "public partial class A { /// <summary><include file='x' path='y'/></summary>\n[Task] public static int F(int x) => x; }",
        "#nullable disable\npublic partial class A { [Task] public static int F(string? x) => 1; }",
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Broken_code_never_throws(string source) => await Source.AnalyzeAsync(Source.Compile(source));

    [Fact]
    public void A_task_with_a_missing_type_is_left_out_and_the_others_stay() =>
        Assert.Equal(["A.Fine.g.cs"], Findings.NodesOf(MissingTypes));

    [Fact]
    public void Every_prefix_of_a_source_generates_without_throwing()
    {
        var compilation = Source.Compile(Sample);
        var tree = compilation.SyntaxTrees[1];
        var driver = Source.Driver();
        for (var length = Sample.Length; length >= 0; length--)
        {
            driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, Source.Parse(Sample[..length], tree.FilePath)));
            Assert.Null(driver.GetRunResult().Results.Single().Exception);
        }
    }

    [Fact]
    public async Task Every_source_with_one_word_missing_is_analyzed_without_throwing()
    {
        var words = Sample.Split(' ');
        for (var missing = 0; missing < words.Length; missing++)
        {
            await Source.AnalyzeAsync(Source.Compile(string.Join(' ', words.Where((_, index) => index != missing))));
        }
    }

    [Fact]
    public void Without_the_library_nothing_is_generated()
    {
        var compilation = Source.Compile(Sample);
        compilation = compilation.RemoveReferences(compilation.References.Where(reference => reference.Display!.EndsWith("Graflow.dll", StringComparison.Ordinal)));
        Assert.Empty(Source.Generate(compilation).Result.GeneratedSources);
    }
}
