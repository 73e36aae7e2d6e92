using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Graflow.Generators.Tests.Hosting;

/// <summary>Checks what the analyzers say about a marked source. What is less than a warning counts only where a test asks for it by its id.</summary>
internal static class Findings
{
    /// <summary>The rule, at each marked place and nowhere else, and no other rule.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> ExpectAsync(string id, string marked, DiagnosticSeverity severity = DiagnosticSeverity.Error, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var source = Markup.Parse(marked);
        var found = await FindAsync(Source.CompileAs("Sample", kind, source.Text), id);
        Assert.NotEmpty(source.Spans);
        Assert.All(found, diagnostic => Assert.Equal(id, diagnostic.Id));
        Assert.All(found, diagnostic => Assert.Equal(severity, diagnostic.Severity));
        Assert.All(found, diagnostic => Assert.EndsWith($"/analyzers/docs/{id}.md", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal));
        Assert.Equal(source.Spans, found.Select(diagnostic => diagnostic.Location.SourceSpan));
        return found;
    }

    /// <summary>No rule, and code that compiles without a warning.</summary>
    public static async Task ExpectNoneAsync(string source, string? id = null)
    {
        var compilation = Source.Compile(source);
        Assert.Empty(await FindAsync(compilation, id));
        Assert.Empty(Source.ProblemsOf(Source.Generate(compilation).Output));
    }

    public static IEnumerable<string> NodesOf(string source) =>
        Source.Generate(Source.Compile(Markup.Parse(source).Text)).Result.GeneratedSources
            .Select(file => file.HintName)
            .Where(name => !name.Contains("-class", StringComparison.Ordinal) && !name.StartsWith("Graflow.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static async Task<IReadOnlyList<Diagnostic>> FindAsync(CSharpCompilation compilation, string? id) =>
        [.. (await Source.AnalyzeAsync(compilation)).Where(diagnostic => diagnostic.Id == id || diagnostic.Severity >= DiagnosticSeverity.Warning)];
}
