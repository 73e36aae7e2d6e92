using System.Diagnostics;
using Xunit;

namespace Graflow.Tests.Pictures;

/// <summary>Names that would end a label, a line or the picture if they were written as they are.</summary>
public sealed class HostileNameTests
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
        Assert.Equal(10, lines.Length);
        Assert.All(lines[1..], line => Assert.Matches("""^ +(n\d+(\["[^"`<>%{}:|]*"\]|\(\["input"\]\))|n\d+ --> n\d+|subgraph g0 \["[^"`<>%{}:|]*"\]|end)$""", line));
        Assert.Equal(11, flow.ToDot().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Graphviz_reads_every_name_back()
    {
        foreach (var name in Names.Select(static row => (string)row))
        {
            Assert.Contains($" {Readable(name)} ", Plain(Hostile(name).ToDot()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Graphviz_draws_two_hundred_nodes()
    {
        var layers = Enumerable.Range(0, 20).Select(layer =>
            Flow.Parallel(Enumerable.Range(0, 9).Select(i => Flow.Task($"l{layer}.t{i}", static (int x) => x))).Named($"layer {layer}") >> Flow.Task($"l{layer}.sum", static (IReadOnlyList<int> x) => x.Count));
        var flow = layers.Aggregate((all, next) => all >> next);
        Assert.Equal(200 + 1, Plain(flow.ToDot()).Split('\n').Count(static line => line.StartsWith("node ", StringComparison.Ordinal)));
    }

    private static Flow<int, int> Hostile(string name) =>
        Flow.Task(Allowed(name), static (int x) => x) >> (Flow.Task("a", static (int x) => x) | Flow.Task("b", static (int x) => x)).Named(Allowed(name)) >> Flow.Task("c", static ((int, int) x) => 1);

    // Paths keep these five for themselves.
    private static string Allowed(string name) => new(name.Select(static c => "/#[]!".Contains(c, StringComparison.Ordinal) ? '+' : c).ToArray());

    private static string Readable(string name)
    {
        var label = new string(Allowed(name).Select(static c => char.IsControl(c) ? ' ' : c).ToArray());
        return label.All(static c => char.IsAsciiLetter(c) || c == '_') && label is not ("graph" or "subgraph" or "node" or "edge") ? label : $"\"{label.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static string Plain(string dot)
    {
        using var process = Process.Start(new ProcessStartInfo("dot", "-Tplain") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardInput.Write(dot);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
