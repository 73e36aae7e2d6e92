using Graflow.CompilerServices;
using Graflow.Payloads;

namespace Graflow.Channels;

/// <summary>The first byte of an answer, and what follows where it is no answer.</summary>
internal static class ChannelAnswer
{
    private const byte Answered = 0;
    private const byte Failed = 1;
    private const byte Overflowed = 2;

    internal delegate void Body(ref PayloadWriter writer);

    internal static ReadOnlyMemory<byte> Of(Body body)
    {
        try
        {
            return Write(Answered, body);
        }
        catch (NotSerializableException exception)
        {
            return Of(exception);
        }
    }

    internal static ReadOnlyMemory<byte> Of(Exception exception) => exception is OverflowException
        ? Write(Overflowed, static (ref _) => { })
        : Write(Failed, (ref writer) => FailureTransfer.Write(ref writer, exception));

    /// <summary>Whether nothing follows an answer in a stream.</summary>
    internal static bool IsFailure(ReadOnlySpan<byte> answer) => answer[0] != Answered;

    /// <summary>A reader after the first byte.</summary>
    /// <exception cref="PayloadException">The bytes are no answer.</exception>
    /// <exception cref="OverflowException">The sum was no <c>long</c>.</exception>
    internal static PayloadReader Open(ReadOnlySpan<byte> answer)
    {
        var reader = new PayloadReader(answer);
        return reader.ReadUnmanaged<byte>() switch
        {
            Answered => reader,
            Failed => throw FailureTransfer.Read(ref reader),
            Overflowed => throw new OverflowException(),
            var kind => throw new PayloadException(offset: 0, $"No answer of a channel has the kind {kind}: a newer version wrote it."),
        };
    }

    private static byte[] Write(byte kind, Body body)
    {
        using var buffer = PooledBuffer.Rent();
        var writer = new PayloadWriter(buffer);
        writer.WriteUnmanaged(kind);
        body(ref writer);
        writer.Flush();
        return buffer.Written.ToArray();
    }
}
