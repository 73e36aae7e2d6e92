using System.Buffers.Binary;

namespace Graflow.Logs;

/// <summary>How a record lies in a file: its length, a checksum of the length and the record, the record.</summary>
internal static class RecordFrame
{
    internal const int HeadSize = sizeof(int) + sizeof(uint);

    /// <summary>Writes what stands before a record.</summary>
    internal static void WriteHead(Span<byte> head, uint seed, ReadOnlySpan<byte> record)
    {
        BinaryPrimitives.WriteInt32LittleEndian(head, record.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[sizeof(int)..], Crc32C.Append(Crc32C.Append(seed, head[..sizeof(int)]), record));
    }

    /// <summary>The length of the record that is said to begin here; null where it cannot be that long.</summary>
    internal static int? LengthAt(ReadOnlySpan<byte> bytes, int offset)
    {
        if (bytes.Length - offset < HeadSize)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[offset..]);
        return length > 0 && length <= bytes.Length - offset - HeadSize ? length : null;
    }

    /// <summary>Whether a record of that length begins here.</summary>
    internal static bool IsRight(ReadOnlySpan<byte> bytes, int offset, int length, uint seed) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[(offset + sizeof(int))..])
        == Crc32C.Append(Crc32C.Append(seed, bytes.Slice(offset, sizeof(int))), bytes.Slice(offset + HeadSize, length));
}
