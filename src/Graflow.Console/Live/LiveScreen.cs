using System.Globalization;
using System.Text;

namespace Graflow.Live;

/// <summary>The lines at the end of a terminal that are written anew again and again, and the text of others that scrolls by above them. Not thread-safe.</summary>
internal sealed class LiveScreen(Terminal terminal)
{
    private readonly StringBuilder _above = new();
    private readonly StringBuilder _frame = new();
    private List<string> _shown = [];
    private int _shownWidth;
    private bool _isMidLine;

    /// <summary>Adds whole lines, to be written above the live ones by the next drawing.</summary>
    internal void AddAbove(ReadOnlySpan<char> lines) => _above.Append(lines);

    /// <summary>Writes at once; only while there are no live lines.</summary>
    internal void WriteThrough(ReadOnlySpan<char> text)
    {
        terminal.Output.Write(text);
        terminal.Output.Flush();
        _isMidLine = text.IsEmpty ? _isMidLine : text[^1] != '\n';
    }

    /// <summary>Writes what was added, and under it the lines in place of those before; all in one write, so that nobody sees half of it.</summary>
    internal void Draw(List<string> lines)
    {
        _frame.Clear();
        MoveToTop();
        if (_above.Length > 0)
        {
            _frame.Append("\u001b[J").Append(_isMidLine ? "\n" : "").Append(_above);
            _above.Clear();
        }
        else if (_isMidLine && lines.Count > 0)
        {
            _frame.Append('\n');
        }

        _isMidLine = false;
        foreach (var line in lines)
        {
            _frame.Append(line).Append("\u001b[K\n");
        }

        _frame.Append(_shown.Count > 0 ? "\u001b[J" : "");
        (_shown, _shownWidth) = (lines, terminal.Size().Width);
        terminal.Output.Write(_frame);
        terminal.Output.Flush();
    }

    /// <summary>Leaves the lines where they are: what comes next is written under them.</summary>
    internal void Release() => _shown = [];

    private void MoveToTop()
    {
        // A terminal that became narrower has broken the lines.
        var width = Math.Max(1, terminal.Size().Width);
        var rows = width >= _shownWidth ? _shown.Count : _shown.Sum(line => Math.Max(1, (AnsiText.Width(line) + width - 1) / width));
        if (rows > 0)
        {
            _frame.Append(CultureInfo.InvariantCulture, $"\r\u001b[{rows}A");
        }
    }
}
