using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Graflow.Tests.Pictures;

/// <summary>Names that would end a label, a line or the picture if they were written as they are.</summary>
public sealed partial class HostileNameTests
{
    public static TheoryData<string> Names =>
    [
        "end", "graph", "a\"b", "a\\", "a\\n\\", "<b>x</b>", "&lt;", "`code`", "a;b", "a:::target", "style:#fff;", "%%{init: {}}%%", "--> n1", "|x|", "subgraph", "class a",
        "a\nb", "a\r\nend", "\0", "naïve 名前 🐈", "{{x}}", "#quot;", "click n0 href", "*bold* _it_", "}\n n9 -> n0",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_name_stays_one_label(string name)
    {
        var flow = Hostile(name);
        var lines = flow.ToMermaid().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(13, lines.Length);
        Assert.All(lines[1..], line => Assert.Matches("""^ +(n\d+(\["[^"`<>%{}:|]*"\]|\(\["input"\]\))|n\d+ --> n\d+|subgraph g0 \["[^"`<>%{}:|]*"\]|end)$""", line));
        Assert.Equal(15, flow.ToDot().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Graphviz_reads_every_name_back()
    {
        foreach (var name in Names)
        {
            var texts = SvgText().Matches(Draw(Hostile(name).ToDot(), "svg")).Select(static text => WebUtility.HtmlDecode(text.Groups[1].Value).Replace('\u00a0', ' '));
            Assert.Contains(new string(Allowed(name).Select(static c => char.IsControl(c) ? ' ' : c).ToArray()), texts);
        }
    }

    [Fact]
    public void Graphviz_draws_two_hundred_nodes()
    {
        var layers = Enumerable.Range(0, 20).Select(layer =>
            Flow.Parallel(Enumerable.Range(0, 9).Select(i => Flow.Task($"l{layer}.t{i}", static (int x) => x))).Named($"layer {layer}") >> Flow.Task($"l{layer}.sum", static (IReadOnlyList<int> x) => x.Count));
        var flow = layers.Aggregate((all, next) => all >> next);
        Assert.Equal(200 + 1, Draw(flow.ToDot(), "plain").Split('\n').Count(static line => line.StartsWith("node ", StringComparison.Ordinal)));
    }

    private static Flow<int, int> Hostile(string name) =>
        Flow.Task(Allowed(name), static (int x) => x) >> (Flow.Task("a", static (int x) => x) | Flow.Task("b", static (int x) => x)).Named(Allowed(name)) >> Flow.Task("c", static ((int, int) x) => 1);

    // Paths keep these five for themselves.
    private static string Allowed(string name) => new(name.Select(static c => "/#[]!".Contains(c, StringComparison.Ordinal) ? '+' : c).ToArray());

    private static string Draw(string dot, string format)
    {
        using var process = Process.Start(new ProcessStartInfo("dot", $"-T{format}") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardInput.Write(dot);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    [GeneratedRegex("<text[^>]*>(.*?)</text>")]
    private static partial Regex SvgText();
}
