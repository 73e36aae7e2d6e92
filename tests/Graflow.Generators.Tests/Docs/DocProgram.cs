using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Tests.Docs;

/// <summary>A block as the only file of a project.</summary>
internal static class DocProgram
{
    private static readonly ConcurrentDictionary<DocBlock, Task<IReadOnlyList<Diagnostic>>> Builds = new();

    public static CSharpCompilation Compile(DocBlock block)
    {
        var hasStatements = Source.Parse(block.Code, "Page.cs").GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);
        var name = $"{Path.GetFileNameWithoutExtension(block.Page)}.Line{block.Line}";
        return Source.CompileWith(Source.SdkUsings, name, hasStatements ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, block.Code).AddReferences(PackagesOf(block));
    }

    /// <summary>The packages that a page tells its reader to install besides Graflow.</summary>
    private static MetadataReference[] PackagesOf(DocBlock block) =>
        block.Page == "docs/fleet.md" ? [MetadataReference.CreateFromFile(typeof(RedisOptions).Assembly.Location)] : [];

    /// <summary>All that a build would report, by line; and suggestions, where the block has marks of them.</summary>
    public static Task<IReadOnlyList<Diagnostic>> BuildAsync(DocBlock block) => Builds.GetOrAdd(block, static key => DiagnoseAsync(key));

    public static int LineOf(Diagnostic problem) => problem.Location.GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>Runs the block's statements beside a library of its own, so that ids of other blocks are not known to its registry.</summary>
    public static string Run(DocBlock block)
    {
        using var image = new MemoryStream(Hosting.Program.ImageOf(Compile(block)));
        var entry = new Apart(block.Name).LoadFromStream(image).EntryPoint!;
        var (before, printed) = (Console.Out, new StringWriter());
        Console.SetOut(printed);
        try
        {
            entry.Invoke(null, entry.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
        }
        catch (TargetInvocationException wrapper)
        {
            ExceptionDispatchInfo.Throw(wrapper.InnerException!);
        }
        finally
        {
            Console.SetOut(before);
        }

        return printed.ToString();
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(DocBlock block)
    {
        var (output, _) = Source.Generate(Compile(block));
        var reported = await output.WithAnalyzers(Analyzers.All, new AnalyzerOptions(block.Wire is null ? [] : [new TextFile("Shop.wire.txt", block.Wire)])).GetAllDiagnosticsAsync();
        var refused = block.Refused.Select(mark => mark.Id).ToHashSet();
        return [.. reported.Where(problem => Source.IsProblem(problem) || (refused.Contains(problem.Id) && problem.Severity == DiagnosticSeverity.Info)).OrderBy(LineOf).ThenBy(problem => problem.Id, StringComparer.Ordinal)];
    }

    private sealed class Apart(string name) : AssemblyLoadContext(name)
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == "Graflow" ? LoadFromAssemblyPath(typeof(IExecutable).Assembly.Location) : null;
    }
}
