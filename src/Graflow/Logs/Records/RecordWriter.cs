using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Graflow.CompilerServices;
using Graflow.Payloads;

namespace Graflow.Logs;

/// <summary>Writes one record of a journal into a pooled buffer: numbers take as many bytes as they need.</summary>
internal readonly struct RecordWriter : IDisposable
{
    private readonly PooledBuffer _buffer;

    private RecordWriter(PooledBuffer buffer) => _buffer = buffer;

    internal ReadOnlySpan<byte> Written => _buffer.Written;

    /// <summary>Where payloads are written to the record's end.</summary>
    internal IBufferWriter<byte> Buffer => _buffer;

    /// <summary>Begins a record, to be disposed on the same thread.</summary>
    /// <param name="kind">What it tells.</param>
    /// <param name="elapsed">How long after the run's start.</param>
    internal static RecordWriter Begin(RecordKind kind, TimeSpan elapsed)
    {
        var writer = new RecordWriter(PooledBuffer.Rent());
        writer.Byte((byte)kind);
        writer.Number((ulong)Math.Max(elapsed.Ticks / TimeSpan.TicksPerMicrosecond, 0));
        return writer;
    }

    internal void Byte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }

    internal void Number(int value) => Number(checked((ulong)value));

    internal void Number(ulong value)
    {
        var span = _buffer.GetSpan(10);
        var count = 0;
        while (value >= 0x80)
        {
            span[count++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[count++] = (byte)value;
        _buffer.Advance(count);
    }

    internal void Key(VertexKey key)
    {
        Number(key.Frame);
        Number(key.Vertex);
    }

    internal void Time(DateTimeOffset time) => Number((ulong)time.UtcTicks);

    /// <summary>Writes a text, or that there is none.</summary>
    internal void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }

        var count = Encoding.UTF8.GetByteCount(text);
        Number(count + 1);
        Encoding.UTF8.GetBytes(text, _buffer.GetSpan(count));
        _buffer.Advance(count);
    }

    /// <summary>Writes bytes with their length before them.</summary>
    internal void Bytes(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        Rest(bytes);
    }

    /// <summary>Writes something whose length is known afterwards, with its length before it.</summary>
    internal void Block<TState>(TState state, Action<RecordWriter, TState> write)
    {
        var start = _buffer.Written.Length;
        _buffer.GetSpan(sizeof(int));
        _buffer.Advance(sizeof(int));
        write(this, state);
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.At(start, sizeof(int)), _buffer.Written.Length - start - sizeof(int));
    }

    /// <summary>Writes bytes up to the record's end.</summary>
    internal void Rest(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.GetSpan(bytes.Length));
        _buffer.Advance(bytes.Length);
    }

    /// <exception cref="NotSerializableException">The type has no codec.</exception>
    internal void Value<T>(T value)
    {
        var writer = new PayloadWriter(_buffer);
        PayloadCodec<T>.Default.Write(ref writer, value);
        writer.Flush();
    }

    public void Dispose() => _buffer.Dispose();
}
