using System.Text.RegularExpressions;

namespace Graflow.Generators.Tests.Docs;

/// <summary>A <c>csharp</c> block of a page, a whole file as a reader would paste it. A comment <c>// GRF105</c> marks a line that the compiler or an analyzer refuses, <c>// GRF101 at run time</c> one that throws. A <c>text</c> block right after it is what it prints, or the messages that it gets. One right before it whose first line names a <c>*.wire.txt</c> is that file of its project.</summary>
internal sealed partial record DocBlock(string Page, int Line, string Code, string? Text, string? Wire)
{
    public string Name => $"{Page}:{Line}";

    public IEnumerable<(int Line, string Id)> Refused => Marks(late: false);

    public IEnumerable<string> Thrown => Marks(late: true).Select(mark => mark.Id);

    public static IEnumerable<DocBlock> Read(string page, string markdown)
    {
        foreach (Match block in Fence().Matches(markdown.ReplaceLineEndings("\n")))
        {
            var line = markdown.ReplaceLineEndings("\n").AsSpan(0, block.Groups["code"].Index).Count('\n') + 1;
            yield return new DocBlock(page, line, block.Groups["code"].Value, ValueOf(block.Groups["text"]), ValueOf(block.Groups["wire"]));
        }
    }

    private static string? ValueOf(Group group) => group.Success ? group.Value : null;

    private IEnumerable<(int Line, string Id)> Marks(bool late) =>
        Code.Split('\n').Index()
            .SelectMany(line => Mark().Matches(line.Item).Select(mark => (line.Index + 1, Mark: mark)))
            .Where(found => found.Mark.Groups["late"].Success == late)
            .Select(found => (found.Item1, found.Mark.Groups["id"].Value));

    [GeneratedRegex(@"(^```text\n(?<wire># \S+\.wire\.txt\n([^`\n][^\n]*\n)*)```\n\n)?^```csharp\n(?<code>.*?)^```$(\n\n```text\n(?<text>.*?)\n```$)?", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?<=// .*)(?<id>(GRF|CS)\d+)(?<late> at run time)?")]
    private static partial Regex Mark();
}
