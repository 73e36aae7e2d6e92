using System.Text.RegularExpressions;
using Xunit;

namespace Graflow.Tests.Conventions;

/// <summary>A rule's id is a promise: wherever one is named, there is a page behind it.</summary>
public sealed partial class RuleTests
{
    private static readonly string[] Sections = ["## What you wrote", "## Why it cannot work", "## The fix", "## What is not flagged", "## How to suppress"];

    [Fact]
    public void Every_id_in_the_sources_has_a_page_and_every_page_an_id_in_the_sources() => Assert.Equal(IdsIn("src", "analyzers"), Pages());

    [Fact]
    public void Every_id_that_an_analyzer_reports_has_a_release_line() => Assert.Equal(Reported(), Released());

    [Fact]
    public void The_scan_sees_the_rules()
    {
        Assert.Contains("GRF105", Pages());
        Assert.Contains("GRF001", Reported());
    }

    [Fact]
    public void Every_page_is_titled_by_its_id_and_has_all_sections()
    {
        foreach (var page in Repository.Files("analyzers/docs", "*.md"))
        {
            var lines = File.ReadAllLines(Repository.PathOf(page));
            Assert.StartsWith($"# {Path.GetFileNameWithoutExtension(page)}: ", lines[0], StringComparison.Ordinal);
            Assert.Equal(Sections, lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Intersect(Sections));
        }
    }

    private static IEnumerable<string> Pages() => Repository.Files("analyzers/docs", "*.md").Select(page => Path.GetFileNameWithoutExtension(page));

    private static IEnumerable<string> Reported() => Repository.Sources("analyzers/Graflow.Generators")
        .SelectMany(file => file.Matches(QuotedId()).Select(match => match.Groups["id"].Value))
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> IdsIn(params string[] folders) => Repository.Sources(folders)
        .SelectMany(file => file.Matches(Id()).Select(match => match.Value))
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Released() => Repository.Files("analyzers/Graflow.Generators", "AnalyzerReleases.*.md")
        .SelectMany(file => File.ReadAllLines(Repository.PathOf(file)))
        .Select(line => ReleaseLine().Match(line))
        .Where(match => match.Success)
        .Select(match => match.Groups["id"].Value)
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\bGRF\d{3}\b")]
    private static partial Regex Id();

    [GeneratedRegex("\"(?<id>GRF\\d{3})\"")]
    private static partial Regex QuotedId();

    [GeneratedRegex(@"^(?<id>GRF\d{3}) \|")]
    private static partial Regex ReleaseLine();
}
