using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Graflow.Generators.Tests;

/// <summary>One source file in Constructs/ for each construct, with the accepted output beside it.</summary>
public sealed class ConstructTests
{
    public static TheoryData<string> Names => [.. Constructs];

    private static IEnumerable<string> Constructs =>
        Directory.EnumerateFiles(Snapshot.Folder, "*.cs")
            .Where(path => !path.EndsWith(".verified.cs", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_is_as_accepted(string name) => Snapshot.Match(name, Snapshot.TextOf(Source.Generate(Read(name)).Result));

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_compiles_without_warnings(string name) => Assert.Empty(Source.ProblemsOf(Source.Generate(Read(name)).Output));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_error_is_reported(string name) => Assert.DoesNotContain(await Source.AnalyzeAsync(Read(name)), problem => problem.Severity == DiagnosticSeverity.Error);

    [Fact]
    public void No_accepted_output_is_left_over()
    {
        var accepted = Directory.EnumerateFiles(Snapshot.Folder, "*.verified.cs").Select(path => Path.GetFileName(path).Replace(".verified.cs", "", StringComparison.Ordinal));
        Assert.Empty(accepted.Except(Constructs));
    }

    private static CSharpCompilation Read(string name)
    {
        var source = File.ReadAllText(Path.Combine(Snapshot.Folder, $"{name}.cs"));
        var kind = source.StartsWith("// A program.", StringComparison.Ordinal) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        return Source.CompileAs("Sample", kind, source);
    }
}
