using System.Buffers;
using System.Buffers.Binary;

namespace Graflow.Workers;

/// <summary>A frame that is being written: length, kind and call id, then the body. Belongs to one thread at a time.</summary>
internal sealed class FrameBuffer : IBufferWriter<byte>, IDisposable
{
    /// <summary>Length (of what follows it), kind, call id.</summary>
    internal const int HeaderSize = sizeof(int) + sizeof(byte) + sizeof(uint);

    /// <summary>The longest body, 1 GiB.</summary>
    internal const int MaxBody = 1 << 30;

    private const int InitialSize = 1024;

    // A larger one is given back: a thread must not keep what one large payload needed.
    private const int KeptSize = 64 * 1024;

    [ThreadStatic]
    private static FrameBuffer? _kept;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _count;

    private FrameBuffer()
    {
    }

    /// <summary>Everything written so far; more than one frame where others were appended.</summary>
    internal ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _count);

    internal int Length => _count;

    internal static FrameBuffer Begin(FrameKind kind, uint callId)
    {
        var buffer = _kept ?? new FrameBuffer();
        _kept = null;
        BinaryPrimitives.WriteUInt32LittleEndian(buffer._bytes.AsSpan(sizeof(int) + sizeof(byte)), callId);
        buffer._bytes[sizeof(int)] = (byte)kind;
        buffer._count = HeaderSize;
        return buffer;
    }

    /// <summary>Forgets the body, as when it turned out that it cannot be written.</summary>
    internal void Reset() => _count = HeaderSize;

    /// <summary>Writes the length; the frame is complete.</summary>
    internal void Seal() => BinaryPrimitives.WriteInt32LittleEndian(_bytes, _count - sizeof(int));

    /// <summary>Adds a complete frame after this complete one, so that both are sent at once.</summary>
    internal void Append(FrameBuffer other)
    {
        EnsureRoom(other._count);
        other.Bytes.CopyTo(_bytes.AsSpan(_count));
        _count += other._count;
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

        if (wanted > MaxBody + HeaderSize - _count)
        {
            throw NotSerializableException.TooLargeForFrame(MaxBody);
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Max((long)_count + wanted, Math.Min(2L * _bytes.Length, MaxBody)));
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
