using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Rules;

/// <summary>What every rule brings along.</summary>
public sealed class RuleTests
{
    private static readonly string[] Sections = ["## What you wrote", "## Why it cannot work", "## The fix", "## What is not flagged", "## How to suppress"];

    public static TheoryData<string> Ids => [.. Analyzers.Rules.Select(rule => rule.Id).Distinct()];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_page_that_teaches(string id)
    {
        var page = File.ReadAllText(Path.Combine(Folder, "docs", $"{id}.md"));
        Assert.StartsWith($"# {id}: {Rule(id).Title}\n", page, StringComparison.Ordinal);
        Assert.All(Sections, section => Assert.Contains(section, page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_line_in_the_release_notes_and_a_link_to_its_page(string id)
    {
        var releases = File.ReadAllText(Path.Combine(Folder, "Graflow.Generators", "AnalyzerReleases.Unshipped.md")) + File.ReadAllText(Path.Combine(Folder, "Graflow.Generators", "AnalyzerReleases.Shipped.md"));
        Assert.Contains($"{id} | ", releases, StringComparison.Ordinal);
        Assert.EndsWith($"/analyzers/docs/{id}.md", Rule(id).HelpLinkUri, StringComparison.Ordinal);
    }

    private static string Folder => Path.GetFullPath(Path.Combine(Snapshot.Folder, "..", "..", "..", "analyzers"));

    private static DiagnosticDescriptor Rule(string id) => Analyzers.Rules.First(rule => rule.Id == id);
}
