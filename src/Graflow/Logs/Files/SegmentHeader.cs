using System.Buffers.Binary;
using System.Text;

namespace Graflow.Logs;

/// <summary>
/// How a file of a log begins: <c>GRAFLOW</c>, the format, the file's number, a random salt, whether it stands in place of all files before it,
/// the run's id, and a checksum. No checksum in another file, or in another place of this one, is right here: each begins with the salt and the place.
/// </summary>
internal readonly record struct SegmentHeader(int Number, uint Salt, bool IsFresh, string RunId)
{
    internal const int Format = 1;

    private const int FixedSize = 19;

    private static ReadOnlySpan<byte> Magic => "GRAFLOW"u8;

    /// <summary>How many bytes the header takes.</summary>
    internal int Size => FixedSize + Encoding.UTF8.GetByteCount(RunId) + sizeof(uint);

    /// <summary>What the checksum of the record at a place begins with.</summary>
    internal uint SeedAt(long offset) => Salt + (uint)offset;

    internal byte[] ToBytes()
    {
        var bytes = new byte[Size];
        Magic.CopyTo(bytes);
        bytes[7] = Format;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Number);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), Salt);
        bytes[16] = IsFresh ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(17), (ushort)Encoding.UTF8.GetBytes(RunId, bytes.AsSpan(FixedSize)));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - sizeof(uint)), Crc32C.Append(0, bytes.AsSpan(0, bytes.Length - sizeof(uint))));
        return bytes;
    }

    /// <summary>Reads a header; false where there is none, whole and right.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> bytes, out SegmentHeader header)
    {
        header = default;
        if (bytes.Length < FixedSize + sizeof(uint) || !bytes.StartsWith(Magic) || bytes[7] != Format || bytes[16] > 1)
        {
            return false;
        }

        var end = FixedSize + BinaryPrimitives.ReadUInt16LittleEndian(bytes[17..]);
        if (bytes.Length < end + sizeof(uint) || BinaryPrimitives.ReadUInt32LittleEndian(bytes[end..]) != Crc32C.Append(0, bytes[..end]))
        {
            return false;
        }

        header = new SegmentHeader(BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]), bytes[16] == 1, Encoding.UTF8.GetString(bytes[FixedSize..end]));
        return true;
    }

    /// <summary>The format of a file that begins as ours do and is of another version; null for all others.</summary>
    internal static int? OtherFormat(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= FixedSize && bytes.StartsWith(Magic) && bytes[7] != Format ? bytes[7] : null;
}
