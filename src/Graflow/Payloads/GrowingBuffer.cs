using System.Buffers;

namespace Graflow.Payloads;

/// <summary>A buffer that grows with what is written to it, in arrays of the pool.</summary>
/// <param name="initialSize">Bytes that it begins with.</param>
/// <param name="mostBytes">Bytes that it may hold.</param>
internal abstract class GrowingBuffer(int initialSize, int mostBytes) : IBufferWriter<byte>
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(initialSize);

    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Count);

    internal ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Count);

    /// <summary>How many bytes were written.</summary>
    internal int Count { get; private protected set; }

    /// <summary>How many bytes there is room for.</summary>
    private protected int Capacity => _bytes.Length;

    /// <summary>Bytes that were written, to be written again.</summary>
    internal Span<byte> At(int offset, int count) => _bytes.AsSpan(0, Count).Slice(offset, count);

    public void Advance(int count) => Count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _bytes.AsMemory(Count);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _bytes.AsSpan(Count);
    }

    /// <summary>What is written does not fit.</summary>
    private protected abstract NotSerializableException TooLarge();

    /// <summary>Gives the array back to the pool.</summary>
    private protected void Return()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void EnsureRoom(int sizeHint)
    {
        var wanted = Math.Max(sizeHint, 1);
        if (_bytes.Length - Count >= wanted)
        {
            return;
        }

        if (wanted > mostBytes - Count)
        {
            throw TooLarge();
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Count + wanted, (int)Math.Min(2L * _bytes.Length, mostBytes)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
