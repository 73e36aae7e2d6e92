using System.Buffers.Binary;
using System.Text;

namespace Graflow.Logs;

/// <summary>Reads what <see cref="RecordWriter"/> wrote. Its bytes passed the journal's check, so that what does not fit was written by another version.</summary>
internal ref struct RecordReader
{
    private readonly ReadOnlyMemory<byte> _record;
    private int _position;

    /// <summary>Starts after a record's kind and time.</summary>
    internal RecordReader(ReadOnlyMemory<byte> record)
    {
        _record = record;
        Kind = (RecordKind)Byte();
        Elapsed = TimeSpan.FromMicroseconds((long)ULong());
    }

    private RecordReader(ReadOnlyMemory<byte> part, RecordKind kind)
    {
        _record = part;
        Kind = kind;
    }

    internal RecordKind Kind { get; }

    /// <summary>How long after the run's start the record was written.</summary>
    internal TimeSpan Elapsed { get; }

    /// <summary>Starts at the beginning of a part of a record.</summary>
    internal static RecordReader Within(ReadOnlyMemory<byte> part, RecordKind kind) => new(part, kind);

    internal readonly bool IsAtEnd => _position == _record.Length;

    private readonly ReadOnlySpan<byte> Left => _record.Span[_position..];

    internal byte Byte() => _position < _record.Length ? _record.Span[_position++] : throw Corrupt("ends too early");

    internal int Number() => ULong() is var number && number <= int.MaxValue ? (int)number : throw Corrupt($"has the number {number} where a smaller one is expected");

    internal ulong ULong()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Corrupt("has a number without an end");
    }

    internal VertexKey Key() => new(Number(), Number());

    internal DateTimeOffset Time() => ULong() is var ticks && ticks <= (ulong)DateTimeOffset.MaxValue.UtcTicks ? new((long)ticks, TimeSpan.Zero) : throw Corrupt("has a time that does not exist");

    internal string? Text()
    {
        var count = Number();
        return count == 0 ? null : Encoding.UTF8.GetString(Take(count - 1).Span);
    }

    /// <summary>Bytes with their length before them.</summary>
    internal ReadOnlyMemory<byte> Bytes() => Take(Number());

    /// <summary>What <see cref="RecordWriter.Block"/> wrote.</summary>
    internal ReadOnlyMemory<byte> Block() => Take(BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)).Span));

    /// <summary>Bytes up to the record's end.</summary>
    internal ReadOnlyMemory<byte> Rest() => Take(Left.Length);

    private ReadOnlyMemory<byte> Take(int count)
    {
        if ((uint)count > (uint)Left.Length)
        {
            throw Corrupt($"ends where {count} more bytes are expected");
        }

        var taken = _record.Slice(_position, count);
        _position += count;
        return taken;
    }

    private readonly RunLogException Corrupt(string problem) =>
        new($"A record of the kind {(byte)Kind} {problem}, at byte {_position} of {_record.Length}. A newer version of Graflow may have written it: update this program first.");
}
