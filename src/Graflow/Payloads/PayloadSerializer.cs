using System.Buffers;
using Graflow.CompilerServices;
using Graflow.Payloads;

namespace Graflow;

/// <summary>Turns values into bytes and back, in the binary format of MemoryPack, by the codecs that the generator wrote for the types of tasks, channel keys and <see cref="PayloadAttribute"/>. Thread-safe.</summary>
/// <remarks>A payload holds public properties and fields. Sets and dictionaries come back with the default comparer, collections as the type that is declared, and an object that is referred to twice as two.</remarks>
public static class PayloadSerializer
{
    /// <summary>The value's bytes.</summary>
    /// <exception cref="NotSerializableException">The type has no codec (GRF201), or the value is nested more than 64 deep.</exception>
    public static byte[] Serialize<T>(T value)
    {
        using var buffer = PooledBuffer.Rent();
        Serialize(buffer, value);
        return buffer.Written.ToArray();
    }

    /// <summary>Writes the value's bytes to the end of a buffer; when it throws, the buffer may have some of them.</summary>
    /// <exception cref="NotSerializableException">The type has no codec (GRF201), or the value is nested more than 64 deep.</exception>
    public static void Serialize<T>(IBufferWriter<byte> output, T value)
    {
        var writer = new PayloadWriter(output);
        PayloadCodec<T>.Default.Write(ref writer, value);
        writer.Flush();
    }

    /// <summary>The value whose bytes these are, all of them.</summary>
    /// <exception cref="PayloadException">They are no such value, or more than one.</exception>
    /// <exception cref="NotSerializableException">The type has no codec (GRF201).</exception>
    public static T Deserialize<T>(ReadOnlySpan<byte> payload)
    {
        var codec = PayloadCodec<T>.Default;
        var reader = new PayloadReader(payload);
        try
        {
            var value = codec.Read(ref reader);
            return reader.Remaining == 0 ? value : throw PayloadFailure.OfTrailing(reader.Offset, reader.Remaining);
        }
        catch (PayloadException error) when (PayloadFailure.In<T>(error))
        {
            throw;
        }
    }
}
