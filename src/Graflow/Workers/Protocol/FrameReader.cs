using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;

namespace Graflow.Workers;

/// <summary>Cuts what comes into frames, on the thread that reads. Many small frames take one read; a large one is read into an array of its own, without a copy.</summary>
internal sealed class FrameReader(Stream input, IFrameReceiver receiver)
{
    private const int BufferSize = 64 * 1024;
    private const int PrefixSize = FrameBuffer.HeaderSize - sizeof(int);

    private readonly byte[] _buffer = new byte[BufferSize];
    private int _start;
    private int _end;

    /// <summary>Reads until the stream ends.</summary>
    /// <exception cref="WorkerProtocolException">These are no frames.</exception>
    /// <exception cref="IOException">The stream broke.</exception>
    internal void Run()
    {
        while (Fill())
        {
            while (_end - _start >= FrameBuffer.HeaderSize && ReadFrame())
            {
            }
        }

        if (_end != _start)
        {
            throw new WorkerProtocolException($"The stream ended in the middle of a frame, after {_end - _start} bytes of it.");
        }
    }

    private bool Fill()
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
        else if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        var count = input.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        return count > 0;
    }

    private bool ReadFrame()
    {
        var header = _buffer.AsSpan(_start);
        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length is < PrefixSize or > PrefixSize + FrameBuffer.MaxBody)
        {
            throw new WorkerProtocolException(string.Create(
                CultureInfo.InvariantCulture, $"A frame says that it has {length} bytes; frames have {PrefixSize} to {FrameBuffer.MaxBody + PrefixSize}. Something else writes into the stream, or the versions differ."));
        }

        var bodyLength = length - PrefixSize;
        var (kind, callId) = ((FrameKind)header[sizeof(int)], BinaryPrimitives.ReadUInt32LittleEndian(header[(sizeof(int) + sizeof(byte))..]));
        var available = _end - _start - FrameBuffer.HeaderSize;
        if (available >= bodyLength)
        {
            var frame = new Frame(kind, callId, header.Slice(FrameBuffer.HeaderSize, bodyLength), own: null);
            _start += FrameBuffer.HeaderSize + bodyLength;
            receiver.Received(ref frame);
            return true;
        }

        if (FrameBuffer.HeaderSize + bodyLength <= BufferSize)
        {
            return false;
        }

        ReadLarge(kind, callId, bodyLength, available);
        return true;
    }

    private void ReadLarge(FrameKind kind, uint callId, int bodyLength, int available)
    {
        var own = ArrayPool<byte>.Shared.Rent(bodyLength);
        Frame frame;
        try
        {
            _buffer.AsSpan(_start + FrameBuffer.HeaderSize, available).CopyTo(own);
            _start = _end = 0;
            input.ReadExactly(own, available, bodyLength - available);
            frame = new Frame(kind, callId, own.AsSpan(0, bodyLength), own);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(own);
            throw;
        }

        receiver.Received(ref frame);
        if (frame.Unkept is { } unkept)
        {
            ArrayPool<byte>.Shared.Return(unkept);
        }
    }
}
