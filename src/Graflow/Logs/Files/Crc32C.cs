using System.Numerics;
using System.Runtime.InteropServices;

namespace Graflow.Logs;

/// <summary>The checksum of iSCSI, which processors compute by themselves.</summary>
internal static class Crc32C
{
    /// <summary>Goes on with a checksum; begin with any number that both sides know.</summary>
    internal static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, BitConverter.IsLittleEndian ? word : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(word));
        }

        foreach (var single in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, single);
        }

        return crc;
    }
}
