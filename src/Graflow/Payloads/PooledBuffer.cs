using System.Buffers;

namespace Graflow.Payloads;

/// <summary>A growing buffer, one kept for each thread.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int InitialSize = 4 * 1024;

    // A larger one is given back: a thread must not keep what one large payload needed.
    private const int KeptSize = 256 * 1024;

    [ThreadStatic]
    private static PooledBuffer? _kept;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _count;

    private PooledBuffer()
    {
    }

    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    internal ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _count);

    /// <summary>Bytes that were written, to be written again.</summary>
    internal Span<byte> At(int offset, int count) => _bytes.AsSpan(0, _count).Slice(offset, count);

    /// <summary>An empty buffer, to be disposed on the same thread.</summary>
    internal static PooledBuffer Rent()
    {
        // Taken out: a getter of the user may serialize while this one is in use.
        var buffer = _kept ?? new PooledBuffer();
        _kept = null;
        return buffer;
    }

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _bytes.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _bytes.AsSpan(_count);
    }

    public void Dispose()
    {
        _count = 0;
        if (_bytes.Length <= KeptSize && _kept is null)
        {
            _kept = this;
            return;
        }

        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void EnsureRoom(int sizeHint)
    {
        var wanted = Math.Max(sizeHint, 1);
        if (_bytes.Length - _count >= wanted)
        {
            return;
        }

        if (wanted > Array.MaxLength - _count)
        {
            throw NotSerializableException.TooLarge();
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_count + wanted, (int)Math.Min(2L * _bytes.Length, Array.MaxLength)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
