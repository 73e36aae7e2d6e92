using System.Runtime.CompilerServices;

namespace Graflow.CompilerServices;

/// <summary>Two values side by side: one after the other if there are references among them, else as the memory of the struct that holds them, padding cleared.</summary>
internal sealed class PairFormat<T1, T2>
{
    private readonly bool _isReversed;
    private readonly int _before;
    private readonly int _between;
    private readonly int _after;

    /// <summary>One after the other.</summary>
    internal PairFormat()
    {
    }

    /// <summary>As memory, the fields being where they are in the struct.</summary>
    internal PairFormat(int offset1, int offset2, int size)
    {
        var (size1, size2) = (Unsafe.SizeOf<T1>(), Unsafe.SizeOf<T2>());
        _isReversed = offset2 < offset1;
        _before = Math.Min(offset1, offset2);
        _between = _isReversed ? offset1 - offset2 - size2 : offset2 - offset1 - size1;
        _after = size - Math.Max(offset1 + size1, offset2 + size2);
    }

    internal int MinimumSize => PayloadCodec<T1>.Default.MinimumSize + PayloadCodec<T2>.Default.MinimumSize + _before + _between + _after;

    internal void Write(ref PayloadWriter writer, T1 first, T2 second)
    {
        WriteGap(ref writer, _before);
        if (_isReversed)
        {
            PayloadCodec<T2>.Default.Write(ref writer, second);
            WriteGap(ref writer, _between);
            PayloadCodec<T1>.Default.Write(ref writer, first);
        }
        else
        {
            PayloadCodec<T1>.Default.Write(ref writer, first);
            WriteGap(ref writer, _between);
            PayloadCodec<T2>.Default.Write(ref writer, second);
        }

        WriteGap(ref writer, _after);
    }

    internal (T1 First, T2 Second) Read(ref PayloadReader reader)
    {
        T1 first;
        T2 second;
        reader.TakeSpan(_before);
        if (_isReversed)
        {
            second = PayloadCodec<T2>.Default.Read(ref reader);
            reader.TakeSpan(_between);
            first = PayloadCodec<T1>.Default.Read(ref reader);
        }
        else
        {
            first = PayloadCodec<T1>.Default.Read(ref reader);
            reader.TakeSpan(_between);
            second = PayloadCodec<T2>.Default.Read(ref reader);
        }

        reader.TakeSpan(_after);
        return (first, second);
    }

    private static void WriteGap(ref PayloadWriter writer, int size)
    {
        if (size > 0)
        {
            writer.TakeSpan(size).Clear();
        }
    }
}
