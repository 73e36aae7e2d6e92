using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Payloads;

/// <summary>Types as odd as the language allows have codecs that compile; broken ones are left to the compiler.</summary>
public sealed class HostileShapeTests
{
    public static TheoryData<string> Odd =>
    [
        "[Payload] public sealed record A(int m0, string result, int member = -1, E e = (E)(-3), int? maybe = 5, char c = '\\'', string s = \"\\\"\\n\", decimal d = 1.5m, double n = double.NaN, DateTime at = default, float f = float.NegativeInfinity, int[]? items = null); public enum E { X }",
        "[Payload] public sealed class A(in int x, params int[] y) { public int X { get; } = x; public int[] Y => y; }",
        "[Payload] public class A { public required int X; public required string? Y { get; init; } public A(int x) => X = x; }",
        "[Payload] public struct A { public A() { X = \"a\"; } public string X; public int Y { get; } = 3; }",
        "[Payload] public record struct A(string X) { public int Y = 3; }",
        "[Payload] public sealed class A { public int X { get; protected internal set; } public event Action? Changed; public const int C = 1; public static string? S; public int Count() { Changed?.Invoke(); return 1; } }",
        "public interface I { int X { get; } } [Payload] public sealed class A : I { int I.X => 1; public volatile string? V; }",
        "[Payload, Union(0, typeof(B)), Union(1, typeof(C))] public abstract record A { private protected A() { } } public record B(int X) : A; public sealed record C(string Y, int X) : B(X);",
        "public static class Outer<T> { public enum Kind : long { A } public struct Pair { public T Left; public T? Right; } } [Payload] public sealed class A { public Outer<int>.Kind Kind; public Outer<string>.Pair Pair; public Outer<bool>.Pair Flags; public Outer<(int, bool)>.Pair[]? Nested; }",
        "[Payload] public sealed class A<T>; [Payload] public sealed class B { public A<int>? X { get; set; } } public static class G { public static ValueTask F<T>(IChannel channel, T value) => channel.SetAsync(\"k\", new List<T> { value }); }",
        "namespace Graflow { namespace CompilerServices { public sealed class Mine { public string? X { get; set; } } } } namespace Shop.System { [Payload] public sealed class Guid { public global::System.Guid Id { get; set; } public Graflow.CompilerServices.Mine? Mine { get; set; } } }",
        "namespace a { [Payload] public sealed class B { public string? X; } } namespace A { [Payload] public sealed class b { public string? X; } } [Payload] public sealed class a_B { public string? X; }",
        "[Payload] public sealed class Ä { public string? Größe { get; set; } public string? 名 { get; set; } }",
        "[Payload] public sealed class A : List<A> { } [Payload] public sealed class B : Dictionary<string, B[]> { } [Payload] public struct C : ICollection<int> { public int Count => 0; public bool IsReadOnly => false; public void Add(int item) { } public void Clear() { } public bool Contains(int item) => false; public void CopyTo(int[] array, int index) { } public IEnumerator<int> GetEnumerator() => throw new NotSupportedException(); public bool Remove(int item) => false; global::System.Collections.IEnumerator global::System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException(); }",
        "#nullable disable\n[Payload] public class A { public string X { get; private set; } public A Next { get; private set; } public T<string> Generic { get; private set; } } public class T<U> where U : class { public U Value { get; private set; } public U[] Values { get; } }",
        "public abstract class P<T, U> where T : struct, IComparable<T> where U : notnull, IEnumerable<T>, new() { public T First { get; private set; } public U? Second { get; private set; } public Dictionary<T, U> Both { get; } = new(); } [Payload] public sealed class A : P<int, List<int>> { }",
        "[Payload] public sealed class A { public (int, (string, int?), List<(byte, bool)>) X { get; set; } public (int A, int B, int C, int D, int E, int F, int G, int H, string I, int J, int K, int L, int M, int N, int O, string P) Y { get; set; } public ValueTuple Z; public ValueTuple<string> One; }",
        "[Payload] public class A { [Obsolete] public int X { get; set; } [System.Diagnostics.CodeAnalysis.Experimental(\"X1\")] public int Y { get; set; } [Obsolete(\"\", true)] public A? Z { get; set; } }",
        "public static partial class T { [Task] public static void F(string @class, int[] @new, [FromChannel] HashSet<Uri> @event) { } [Task] internal static Hidden G(Hidden x) => x; internal sealed record Hidden(Secret Secret); internal struct Secret { private readonly bool _x; public bool X => _x; } }",
        "[assembly: Payload(typeof(int[][][]))] [assembly: Payload(typeof(List<>))] [assembly: Payload(typeof(void*))] [assembly: Payload(typeof(string))] [assembly: Payload(typeof(Dictionary<(int, string), KeyValuePair<int, List<string>>?>))]",
    ];

    public static TheoryData<string> Broken =>
    [
        "[Payload] public struct A { public A X; }",
        "[Payload] public struct A { public B X; } public struct B { public A? X; }",
        "[Payload] public class A : A { public int X { get; set; } }",
        "[Payload] public class A { public Missing X { get; set; } public List<Missing<int>>? Y { get; set; } }",
        "[Payload(typeof(Missing))] public class A { } [assembly: Payload(null)] [assembly: Payload(5)] [assembly: Payload]",
        "[Payload, Union] public interface A; [Payload, Union(0)] public interface B; [Payload, Union(0, typeof(Missing))] public interface C; [Payload, Union(\"x\", null)] public interface D; [Payload, Union(0, typeof(List<>))] public interface E;",
        "[Payload] public class A { public int X { get; set; } public string X { get; set; } public A(int) { } public A(int x, int X) { } }",
        "[Payload] public record A(int, string x, ) { public { get; } public int Y { get; set } }",
        "[Payload] public enum A : Missing { X = }",
        "public static class C { public static void F(IChannel c) { c.SetAsync(); c.SetAsync(\"\"); c.SetAsync<Missing>(\"\", null); c.GetAsync<>(\"\"); c?.AppendAsync(\"\", new { X = 1 }); } }",
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public void Odd_types_have_codecs_that_compile(string source)
    {
        var compilation = Source.Compile(source);
        var problems = Source.ProblemsOf(compilation).Select(static problem => problem.Id).ToHashSet(StringComparer.Ordinal);
        var (output, result) = Source.Generate(compilation);
        Assert.DoesNotContain(Source.ProblemsOf(output), problem => !problems.Contains(problem.Id) || problem.Location.SourceTree?.FilePath.Contains("Graflow.Codecs", StringComparison.Ordinal) == true);
        Assert.Contains(result.GeneratedSources, static file => file.HintName == "Graflow.Codecs.g.cs");
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Broken_types_are_left_to_the_compiler(string source)
    {
        var (output, _) = Source.Generate(Source.Compile(source));
        Assert.Contains(Source.ProblemsOf(output), static problem => problem.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(output.SyntaxTrees.SelectMany(static tree => tree.GetDiagnostics()), static problem => problem.Location.SourceTree!.FilePath.Contains("Graflow.Codecs", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_prefix_of_a_payload_generates_without_throwing()
    {
        const string sample = "[Payload, Union(0, typeof(B<int>))] public abstract record A<T>(T[] X) { [PayloadIgnore] public required (int, string?) Y { get; private init; } } public sealed record B<T>(T X, List<A<T>?> Z = null!) : A<T>([X]); public struct C : IDisposable { public bool Flag; public long Number { get; } }";
        var compilation = Source.Compile(sample);
        var tree = compilation.SyntaxTrees[1];
        var driver = Source.Driver();
        for (var length = sample.Length; length >= 0; length--)
        {
            driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, Source.Parse(sample[..length], tree.FilePath)));
            Assert.Null(driver.GetRunResult().Results.Single().Exception);
        }
    }
}
