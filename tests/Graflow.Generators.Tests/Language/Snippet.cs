using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Graflow.Generators.Tests.Language;

/// <summary>Compiles a few statements against the library, with nodes as the generator derives them in scope.</summary>
internal static class Snippet
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Graflow;
        """;

    private const string Nodes = """
        using Graflow.CompilerServices;

        namespace Shop
        {
            public class Animal;
            public class Cat : Animal;
            public class Dog : Animal;

            public sealed class Node<TIn, TOut>(string id) : TaskNode<TIn, TOut>(new TaskDescriptor(id, TaskBody.Value));
            public sealed class Join<T1, T2, TOut>(string id) : JoinNode<T1, T2, TOut>(new TaskDescriptor(id, TaskBody.Value));
            public sealed class Join<T1, T2, T3, TOut>(string id) : JoinNode<T1, T2, T3, TOut>(new TaskDescriptor(id, TaskBody.Value));
            public sealed class AnyOrder<T1, T2, TOut>(string id) : AnyOrderJoinNode<T1, T2, TOut>(new TaskDescriptor(id, TaskBody.Value));
            public sealed class AnyOrder<T1, T2, T3, TOut>(string id) : AnyOrderJoinNode<T1, T2, T3, TOut>(new TaskDescriptor(id, TaskBody.Value));

            public static class Tasks
            {
                public static Node<Unit, int> Source { get; } = new("Source");
                public static Node<Unit, Unit> Notify { get; } = new("Notify");
                public static Node<int, double> Halve { get; } = new("Halve");
                public static Node<int, long> Wide { get; } = new("Wide");
                public static Node<int, string> Text { get; } = new("Text");
                public static Node<string, int> Length { get; } = new("Length");
                public static Node<int[], int> Sum { get; } = new("Sum");
                public static Node<Unit, int[]> Numbers { get; } = new("Numbers");
                public static Node<Unit, Cat> CatSource { get; } = new("CatSource");
                public static Node<Unit, Animal> AnimalSource { get; } = new("AnimalSource");
                public static Node<Cat, string> Groom { get; } = new("Groom");
                public static Node<Animal, string> Feed { get; } = new("Feed");
                public static Node<int, Cat> Breed { get; } = new("Breed");
                public static Node<int, Dog> Whelp { get; } = new("Whelp");
                public static Join<double, long, bool> Store { get; } = new("Store");
                public static Join<double, long, string, bool> Publish { get; } = new("Publish");
                public static Join<Animal, Animal, string> Pair { get; } = new("Pair");
                public static Join<object, IComparable, string> Loose { get; } = new("Loose");
                public static AnyOrder<double, long, bool> Mix { get; } = new("Mix");
                public static AnyOrder<double, long, string, bool> Mix3 { get; } = new("Mix3");
                public static AnyOrder<IFormattable, IComparable, string> Ambiguous { get; } = new("Ambiguous");
                public static Node<(Outcome<double>, Outcome<long>), bool> Robust { get; } = new("Robust");
            }
        }
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System", StringComparison.Ordinal))
            .Append(typeof(IExecutable).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly SyntaxTree[] Shared = [CSharpSyntaxTree.ParseText(Usings, Language), CSharpSyntaxTree.ParseText(Nodes, Language)];

    /// <summary>What the compiler has to say about the statements, warnings included.</summary>
    public static IReadOnlyList<Diagnostic> Compile(string statements)
    {
        var source = $$"""
            #nullable enable
            using static Shop.Tasks;
            using Shop;
            namespace Shop.Flows;
            public static class Program
            {
                public static void Run()
                {
            {{statements}}
                }
            }
            """;
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [.. Shared, CSharpSyntaxTree.ParseText(source, Language)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return [.. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id is not ("CS0219" or "CS8602"))];
    }
}
