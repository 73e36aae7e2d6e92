using System.Text;

namespace Graflow.Workers;

/// <summary>Makes lines out of text that comes in pieces. Not thread-safe.</summary>
internal sealed class LineSplitter(int longestLine, Action<string> line)
{
    private readonly StringBuilder _open = new();

    internal void Add(ReadOnlySpan<char> text)
    {
        for (int end; (end = text.IndexOf('\n')) >= 0; text = text[(end + 1)..])
        {
            AddPart(text[..end]);
            Emit();
        }

        AddPart(text);
    }

    /// <summary>The text so far is a line, though none has ended; nothing where there is none.</summary>
    internal void Flush()
    {
        if (_open.Length > 0)
        {
            Emit();
        }
    }

    private void AddPart(ReadOnlySpan<char> part)
    {
        while (_open.Length + part.Length > longestLine)
        {
            var count = longestLine - _open.Length;
            _open.Append(part[..count]);
            part = part[count..];
            Emit();
        }

        _open.Append(part);
    }

    private void Emit()
    {
        if (_open.Length > 0 && _open[^1] == '\r')
        {
            _open.Length--;
        }

        line(_open.ToString());
        _open.Clear();
    }
}
