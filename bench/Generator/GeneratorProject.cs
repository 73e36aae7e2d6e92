using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Graflow.Bench.Generator;

/// <summary>A compilation of the sample project, and a driver for the generator.</summary>
internal sealed class GeneratorProject
{
    private const string UnrelatedPath = "Unrelated.cs";
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);
    private readonly CSharpCompilation _compilation;
    private readonly SyntaxTree _unrelated;

    public GeneratorProject()
        : this([("Program.cs", SampleProject.FlowFile(withGraflow: true))], OutputKind.ConsoleApplication)
    {
    }

    /// <param name="flows">The files that join the tasks.</param>
    public GeneratorProject(IEnumerable<(string Path, string Text)> flows)
        : this(flows, OutputKind.DynamicallyLinkedLibrary)
    {
    }

    private GeneratorProject(IEnumerable<(string Path, string Text)> flows, OutputKind kind)
    {
        _unrelated = Parse(UnrelatedPath, UnrelatedText(0));
        var trees = SampleProject.TaskFiles(withGraflow: true).Concat(flows).Select(file => Parse(file.Path, file.Text));
        _compilation = CSharpCompilation.Create(
            "Sample",
            [.. trees, _unrelated],
            References(),
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
    }

    public static GeneratorDriver CreateDriver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Language);

    /// <summary>The same sources without anything that an earlier compilation already looked up.</summary>
    public Compilation Fresh() => CSharpCompilation.Create("Sample", _compilation.SyntaxTrees, _compilation.References, _compilation.Options);

    /// <summary>The project after another keystroke in a file without tasks.</summary>
    public Compilation WithUnrelatedEdit(int keystroke) =>
        _compilation.ReplaceSyntaxTree(_unrelated, Parse(UnrelatedPath, UnrelatedText(keystroke)));

    /// <summary>The project while somebody types a cycle into a file with flows.</summary>
    public (Compilation Compilation, string Path) WithFlowEdit(int keystroke)
    {
        const string path = "Flows3.cs";
        var text = SampleProject.FlowsFile(file: 3, $" /* {keystroke} */ >> Tasks0.Tasks.Source");
        return (_compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees.First(tree => tree.FilePath == path), Parse(path, text)), path);
    }

    private static string UnrelatedText(int keystroke) => $"public static class Unrelated {{ public static int Answer() => {keystroke}; }}";

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, Language, path);

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Graflow.dll" or "netstandard.dll" or "mscorlib.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
}
