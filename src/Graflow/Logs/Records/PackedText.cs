using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Graflow.Logs;

/// <summary>A text that says nearly the same on each line, such as a flow's structure, in few bytes: how it is packed, its length if it is compressed, then the bytes.</summary>
internal static class PackedText
{
    private const byte Plain = 0;
    private const byte Brotli = 1;
    private const int Header = 1 + sizeof(int);
    private const int Quality = 4;
    private const int Window = 20;

    // Below this there is little to gain.
    private const int LeastLength = 256;

    internal static byte[] Pack(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        if (plain.Length < LeastLength)
        {
            return [Plain, .. plain];
        }

        var packed = new byte[Header + BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        if (!BrotliEncoder.TryCompress(plain, packed.AsSpan(Header), out var written, Quality, Window))
        {
            return [Plain, .. plain];
        }

        packed[0] = Brotli;
        BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(1), plain.Length);
        return packed[..(Header + written)];
    }

    /// <exception cref="RunLogException">The bytes are no packed text.</exception>
    internal static string Unpack(ReadOnlySpan<byte> packed) => packed switch
    {
        [] => "",
        [Plain, .. var plain] => Encoding.UTF8.GetString(plain),
        [Brotli, ..] when packed.Length > Header => Decompress(packed[Header..], BinaryPrimitives.ReadInt32LittleEndian(packed[1..])),
        _ => throw Broken(),
    };

    private static string Decompress(ReadOnlySpan<byte> packed, int length)
    {
        if (length is < LeastLength or > 1 << 28)
        {
            throw Broken();
        }

        var plain = new byte[length];
        return BrotliDecoder.TryDecompress(packed, plain, out var written) && written == length ? Encoding.UTF8.GetString(plain) : throw Broken();
    }

    private static RunLogException Broken() =>
        new("A text of the journal is packed in a way that this version of Graflow does not know. Update this program first.");
}
