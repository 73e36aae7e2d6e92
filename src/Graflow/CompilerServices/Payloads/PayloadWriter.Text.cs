using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Graflow.CompilerServices;

public ref partial struct PayloadWriter
{
    private const int TextHeader = 2 * sizeof(int);

    // Up to here the worst case, three bytes a character, is taken at once and the rest given back; beyond, counting first is cheaper than the room.
    private const int OnePassLimit = 16 * 1024;

    /// <summary>Writes text as UTF-8; text with lone surrogates, which UTF-8 cannot carry, as UTF-16.</summary>
    public void WriteString(string? text)
    {
        if (text is null)
        {
            WriteNullCollection();
        }
        else if (text.Length == 0)
        {
            WriteCount(0);
        }
        else
        {
            WriteText(text);
        }
    }

    /// <summary>Writes characters as <see cref="WriteString"/> does; none are the empty text.</summary>
    internal void WriteText(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            WriteCount(0);
            return;
        }

        if (TryWriteAscii(text))
        {
            return;
        }

        var room = text.Length <= OnePassLimit ? text.Length * 3 : Encoding.UTF8.GetByteCount(text);
        var taken = TakeSpan(TextHeader + room);
        if (Utf8.FromUtf16(text, taken[TextHeader..], out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            Return(taken.Length);
            WriteUtf16(text);
            return;
        }

        Unsafe.WriteUnaligned(ref taken[0], ~written);
        Unsafe.WriteUnaligned(ref taken[sizeof(int)], text.Length);
        Return(room - written);
    }

    /// <summary>Most text is ASCII, and short: narrowed 16 characters at a time, it costs less than a call of the transcoder.</summary>
    private bool TryWriteAscii(ReadOnlySpan<char> text)
    {
        var taken = TakeSpan(TextHeader + text.Length);
        if (!AsciiText.TryNarrow(text, taken[TextHeader..]))
        {
            Return(taken.Length);
            return false;
        }

        Unsafe.WriteUnaligned(ref taken[0], ~text.Length);
        Unsafe.WriteUnaligned(ref taken[sizeof(int)], text.Length);
        return true;
    }

    private void WriteUtf16(ReadOnlySpan<char> text)
    {
        WriteCount(text.Length);
        MemoryMarshal.AsBytes(text).CopyTo(TakeSpan(checked(text.Length * sizeof(char))));
    }
}
