using System.Text;

namespace Graflow.Tests.ConsoleViews;

/// <summary>A terminal that understands what Graflow sends: text, colours, cursor up, erase to the end of the line and of the screen.</summary>
internal sealed class ScreenWriter : TextWriter
{
    private readonly List<StringBuilder> _rows = [new()];
    private readonly StringBuilder _sequence = new();
    private int _row;
    private int _column;

    public override Encoding Encoding => Encoding.UTF8;

    internal bool HasColors { get; private set; }

    internal int Writes { get; private set; }

    internal IReadOnlyList<string> Rows
    {
        get
        {
            var rows = _rows.ConvertAll(row => row.ToString().TrimEnd());
            return rows[..(rows.FindLastIndex(row => row.Length > 0) + 1)];
        }
    }

    public override void Write(char value)
    {
        if (_sequence.Length > 0 || value == '\u001b')
        {
            _sequence.Append(value);
            if (char.IsAsciiLetter(value))
            {
                Obey(_sequence.ToString());
                _sequence.Clear();
            }
        }
        else if (value is '\r' or '\n')
        {
            (_row, _column) = (_row + (value == '\n' ? 1 : 0), 0);
            if (_row == _rows.Count)
            {
                _rows.Add(new StringBuilder());
            }
        }
        else
        {
            var row = _rows[_row];
            row.Append(' ', Math.Max(0, _column + 1 - row.Length))[_column++] = value;
        }
    }

    public override void Write(string? value)
    {
        Writes++;
        base.Write(value);
    }

    /// <summary>Breaks lines that are too long, as terminals do when their window becomes narrower.</summary>
    internal void Narrow(int width)
    {
        var broken = _rows.SelectMany(row => row.ToString().Chunk(width).DefaultIfEmpty([]).Select(part => new StringBuilder().Append(part))).ToList();
        _rows.Clear();
        _rows.AddRange(broken);
        _row = _rows.Count - 1;
    }

    public override void Write(StringBuilder? value) => Write(value?.ToString());

    private void Obey(string sequence)
    {
        switch (sequence[^1])
        {
            case 'A':
                _row -= int.Parse(sequence[2..^1], null);
                break;
            case 'K':
                _rows[_row].Length = Math.Min(_rows[_row].Length, _column);
                break;
            case 'J':
                _rows[_row].Length = Math.Min(_rows[_row].Length, _column);
                _rows.RemoveRange(_row + 1, _rows.Count - _row - 1);
                break;
            case 'm':
                HasColors |= sequence.Contains("[3", StringComparison.Ordinal) || sequence.Contains(";3", StringComparison.Ordinal);
                break;
            default:
                throw new InvalidOperationException($"Unknown sequence {sequence[1..]}.");
        }
    }
}
