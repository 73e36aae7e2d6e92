using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Graflow.Generators.Tests.Hosting;

/// <summary>Compiles sources as a user's project does: C# 14, nullable, documentation checked, the library and the shared framework referenced.</summary>
internal static class Source
{
    /// <summary>What the SDK adds to a project by itself.</summary>
    public const string SdkUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public const string Usings = $"{SdkUsings}\nglobal using Graflow;";

    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => IsFramework(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    public static CSharpCompilation Compile(params string[] sources) => CompileAs("Sample", OutputKind.DynamicallyLinkedLibrary, sources);

    public static CSharpCompilation CompileAs(string assembly, OutputKind kind, params string[] sources) => CompileWith(Usings, assembly, kind, sources);

    public static CSharpCompilation CompileWith(string usings, string assembly, OutputKind kind, params string[] sources) => CSharpCompilation.Create(
        assembly,
        [Parse(usings, "Usings.cs"), .. sources.Select((source, index) => Parse(source, $"Source{index}.cs"))],
        Framework,
        new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new GraflowGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs the generator, which must neither throw nor report.</summary>
    public static (CSharpCompilation Output, GeneratorRunResult Result) Generate(CSharpCompilation compilation)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        return ((CSharpCompilation)output, result);
    }

    /// <summary>The analyzers' findings in the compilation with the generated code, as in a build.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation, params AdditionalText[] files)
    {
        var (output, _) = Generate(compilation);
        var diagnostics = await output.WithAnalyzers(Analyzers.All, new AnalyzerOptions([.. files])).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>Errors and warnings, those in generated code included; only what the test's own source lacks in comments is left out.</summary>
    public static IEnumerable<Diagnostic> ProblemsOf(Compilation compilation) => compilation.GetDiagnostics().Where(IsProblem);

    /// <inheritdoc cref="ProblemsOf"/>
    public static bool IsProblem(Diagnostic diagnostic) =>
        diagnostic.Severity >= DiagnosticSeverity.Warning
        && !(diagnostic.Id is "CS1591" or "CS1574" && diagnostic.Location.SourceTree!.FilePath.StartsWith("Source", StringComparison.Ordinal));

    private static bool IsFramework(string assembly) =>
        assembly is "Graflow" or "mscorlib" or "netstandard"
        || assembly.StartsWith("System", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);
}
