using System.Text.RegularExpressions;

namespace Graflow.Tests.Conventions;

internal sealed record SourceFile(string Path, string[] Lines)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    /// <summary>Each line of code that matches, as <c>path(line): text</c>; comment lines are prose and do not count.</summary>
    public IEnumerable<string> CodeMatching(Regex pattern) =>
        Lines.Index()
            .Where(line => !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal) && pattern.IsMatch(line.Item))
            .Select(line => $"{Path}({line.Index + 1}): {line.Item.Trim()}");

    public IEnumerable<Match> Matches(Regex pattern) => Lines.SelectMany(line => pattern.Matches(line));
}
