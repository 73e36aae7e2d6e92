using System.Buffers;

namespace Graflow.Workers;

/// <summary>Bytes in an array of the shared pool, which go back to it once.</summary>
internal readonly struct RentedBytes(byte[] array, int offset, int length)
{
    internal ReadOnlyMemory<byte> Memory => array.AsMemory(offset, length);

    internal ReadOnlySpan<byte> Span => array.AsSpan(offset, length);

    internal static RentedBytes CopyOf(ReadOnlySpan<byte> bytes)
    {
        var array = ArrayPool<byte>.Shared.Rent(bytes.Length);
        bytes.CopyTo(array);
        return new RentedBytes(array, 0, bytes.Length);
    }

    internal void Return() => ArrayPool<byte>.Shared.Return(array);
}
