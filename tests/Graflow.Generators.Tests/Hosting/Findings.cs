using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Hosting;

/// <summary>Checks what the analyzer says about a marked source.</summary>
internal static class Findings
{
    /// <summary>The rule, at each marked place and nowhere else; the tasks concerned have no node, the others do.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> ExpectAsync(string id, string marked)
    {
        var source = Markup.Parse(marked);
        var found = await Source.AnalyzeAsync(Source.Compile(source.Text));
        Assert.NotEmpty(source.Spans);
        Assert.All(found, diagnostic => Assert.Equal(id, diagnostic.Id));
        Assert.All(found, diagnostic => Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity));
        Assert.All(found, diagnostic => Assert.EndsWith($"/analyzers/docs/{id}.md", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal));
        Assert.Equal(source.Spans, found.Select(diagnostic => diagnostic.Location.SourceSpan));
        return found;
    }

    public static async Task ExpectNoneAsync(string source)
    {
        var compilation = Source.Compile(source);
        Assert.Empty(await Source.AnalyzeAsync(compilation));
        Assert.Empty(Source.ProblemsOf(Source.Generate(compilation).Output));
    }

    public static IEnumerable<string> NodesOf(string source) =>
        Source.Generate(Source.Compile(Markup.Parse(source).Text)).Result.GeneratedSources
            .Select(file => file.HintName)
            .Where(name => !name.Contains("-class", StringComparison.Ordinal) && !name.StartsWith("Graflow.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
