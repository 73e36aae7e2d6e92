using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Graflow.CompilerServices;

public ref partial struct PayloadReader
{
    // What a writer says that does not know it.
    private const int UnknownLength = -1;

    /// <summary>Reads text in its UTF-8 or its UTF-16 form. Invalid UTF-8 is an error, as it is for MemoryPack: text is never repaired silently.</summary>
    public string? ReadString()
    {
        var length = ReadUnmanaged<int>();
        return length switch
        {
            PayloadCode.NullCollection => null,
            0 => "",
            > 0 => ReadUtf16(length),
            _ => ReadUtf8(~length),
        };
    }

    private string ReadUtf16(int length)
    {
        if (length > Remaining / sizeof(char))
        {
            throw PayloadFailure.OfCount(_position - sizeof(int), length, sizeof(char), Remaining);
        }

        var bytes = TakeSpan(length * sizeof(char));
        return string.Create(length, bytes, static (text, bytes) => bytes.CopyTo(MemoryMarshal.AsBytes(text)));
    }

    private string ReadUtf8(int byteCount)
    {
        var length = ReadUnmanaged<int>();
        var bytes = TakeSpan(byteCount);
        if (length == UnknownLength)
        {
            length = CountOf(bytes);
        }

        // As many characters as bytes: ASCII, or nothing.
        if (length == byteCount && Ascii.IsValid(bytes))
        {
            return Encoding.Latin1.GetString(bytes);
        }

        // A character of UTF-16 takes one to three bytes of UTF-8.
        if ((uint)length > (uint)byteCount || length < byteCount / 3)
        {
            throw PayloadFailure.OfText(_position - byteCount, byteCount, length);
        }

        return string.Create(length, new Utf8Source(bytes, _position - byteCount), static (text, source) => source.Decode(text));
    }

    private readonly int CountOf(ReadOnlySpan<byte> utf8) =>
        Utf8.IsValid(utf8) ? Encoding.UTF8.GetCharCount(utf8) : throw PayloadFailure.OfText(_position - utf8.Length, utf8.Length, UnknownLength);

    private readonly ref struct Utf8Source(ReadOnlySpan<byte> bytes, int offset)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;

        internal void Decode(Span<char> text)
        {
            if (Utf8.ToUtf16(_bytes, text, out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done || written != text.Length)
            {
                throw PayloadFailure.OfText(offset, _bytes.Length, text.Length);
            }
        }
    }
}
