using Spectre.Console;
using Spectre.Console.Rendering;

namespace Graflow.Live;

/// <summary>One line of the screen: pieces of text with their styles.</summary>
internal sealed class StyledLine
{
    private readonly List<Segment> _segments = [];

    /// <summary>How many cells the line takes; a wide letter takes two.</summary>
    internal int Width { get; private set; }

    internal StyledLine Add(string text, Style? style = null)
    {
        var segment = new Segment(Wording.OneLine(text), style ?? Style.Plain);
        _segments.Add(segment);
        Width += segment.CellCount();
        return this;
    }

    internal StyledLine PadTo(int width) => Width < width ? Add(new string(' ', width - Width)) : this;

    /// <summary>Adds as much as fits before a column, and fills up to it.</summary>
    internal StyledLine AddWithin(string text, int column, Style? style = null)
    {
        var room = column - Width;
        if (room > 0)
        {
            Add(Cut(Wording.OneLine(text), room), style);
        }

        return PadTo(column);
    }

    /// <summary>The line without blanks at its end, which a terminal that becomes narrower would break into lines of their own.</summary>
    internal IEnumerable<Segment> Fit(int width)
    {
        var count = _segments.FindLastIndex(static segment => !string.IsNullOrWhiteSpace(segment.Text)) + 1;
        var room = width;
        for (var i = 0; i < count && room > 0; i++)
        {
            var segment = i == count - 1 ? new Segment(_segments[i].Text.TrimEnd(), _segments[i].Style) : _segments[i];
            var cells = segment.CellCount();
            yield return cells <= room ? segment : new Segment(Cut(segment.Text, room), segment.Style);
            room -= cells;
        }
    }

    private static string Cut(string text, int room)
    {
        if (new Segment(text).CellCount() <= room)
        {
            return text;
        }

        var kept = Segment.Truncate(new Segment(text), room - 1)?.Text ?? "";
        return kept + "…";
    }
}
