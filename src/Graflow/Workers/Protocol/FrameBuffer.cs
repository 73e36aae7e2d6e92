using System.Buffers.Binary;
using Graflow.Payloads;

namespace Graflow.Workers;

/// <summary>A frame that is being written: length, kind and call id, then the body. Belongs to one thread at a time.</summary>
internal sealed class FrameBuffer : GrowingBuffer, IDisposable
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

    private FrameBuffer()
        : base(InitialSize, HeaderSize + MaxBody)
    {
    }

    internal static FrameBuffer Begin(FrameKind kind, uint callId)
    {
        var buffer = _kept ?? new FrameBuffer();
        _kept = null;
        var header = buffer.GetSpan(HeaderSize);
        header[sizeof(int)] = (byte)kind;
        BinaryPrimitives.WriteUInt32LittleEndian(header[(sizeof(int) + sizeof(byte))..], callId);
        buffer.Advance(HeaderSize);
        return buffer;
    }

    /// <summary>Forgets the body, as when it turned out that it cannot be written.</summary>
    internal void Reset() => Count = HeaderSize;

    /// <summary>Writes the length; the frame is complete.</summary>
    internal void Seal() => BinaryPrimitives.WriteInt32LittleEndian(At(0, sizeof(int)), Count - sizeof(int));

    /// <summary>Adds a complete frame after this complete one, so that both are sent at once.</summary>
    internal void Append(FrameBuffer other)
    {
        other.Written.CopyTo(GetSpan(other.Count));
        Advance(other.Count);
    }

    public void Dispose()
    {
        Count = 0;
        if (Capacity <= KeptSize && _kept is null)
        {
            _kept = this;
            return;
        }

        Return();
    }

    private protected override NotSerializableException TooLarge() => NotSerializableException.TooLargeForFrame(MaxBody);
}
