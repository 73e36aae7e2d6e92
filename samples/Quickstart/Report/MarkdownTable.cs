using System.Text;

namespace Quickstart.Report;

/// <summary>A Markdown table whose cells may hold any text.</summary>
internal sealed class MarkdownTable
{
    private readonly StringBuilder _text = new();

    /// <param name="headers">The headers; one that begins with <c>&gt;</c> aligns its column to the right.</param>
    public MarkdownTable(params IEnumerable<string> headers)
    {
        var columns = headers.ToArray();
        Add(columns.Select(static header => header.TrimStart('>')));
        _text.Append('|').AppendJoin('|', columns.Select(static header => header.StartsWith('>') ? "---:" : "---")).Append("|\n");
    }

    public MarkdownTable Add(params IEnumerable<string> cells)
    {
        _text.Append("| ").AppendJoin(" | ", cells.Select(Escape)).Append(" |\n");
        return this;
    }

    public override string ToString() => _text.ToString();

    public static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("`", "\\`", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal)
        .ReplaceLineEndings(" ");
}
