using System.Buffers;
using System.Buffers.Binary;
using Graflow.Channels;
using Graflow.CompilerServices;
using Graflow.Payloads;

namespace Graflow.Workers;

/// <summary>
/// What comes of an attempt, as bytes. The last byte says what it is, so that a success which turns out to be unwritable halfway can still become a failure without a copy of what was written:
/// <c>[Next][requests] 0</c>, <c>[Next][requests][writes][their length] 3</c>, or <c>[anything][failure][its length] 1</c>.
/// </summary>
internal static class AttemptReply
{
    private const byte Succeeded = 0;
    private const byte Failed = 1;
    private const byte Cancelled = 2;
    private const byte SucceededWithWrites = 3;

    /// <summary>Writes a success, or, where it cannot be written, that failure.</summary>
    internal static void Write<TIn, TOut>(IBufferWriter<byte> reply, in Next<TOut> next, AttemptRequests<TIn>? requests)
    {
        try
        {
            WriteOutcome(reply, next, requests);
            var writer = new PayloadWriter(reply);
            WriteEnd(ref writer, requests?.Writes ?? []);
            writer.Flush();
        }
        catch (Exception exception)
        {
            WriteFailure(reply, exception, isCancelled: false);
        }
    }

    /// <summary>Writes a success but for its recorded writes and its end.</summary>
    /// <exception cref="NotSerializableException">It cannot be written.</exception>
    internal static void WriteOutcome<TIn, TOut>(IBufferWriter<byte> reply, in Next<TOut> next, AttemptRequests<TIn>? requests)
    {
        var writer = new PayloadWriter(reply);
        WriteNext(ref writer, next);
        WriteRequests(ref writer, requests);
        writer.Flush();
    }

    /// <param name="reply">May have bytes already, which then mean nothing.</param>
    /// <param name="exception">Why the attempt failed.</param>
    /// <param name="isCancelled">Whether it is the answer to the attempt's own token.</param>
    internal static void WriteFailure(IBufferWriter<byte> reply, Exception exception, bool isCancelled)
    {
        using var failure = PooledBuffer.Rent();
        var inner = new PayloadWriter(failure);
        FailureTransfer.Write(ref inner, exception);
        inner.Flush();
        var writer = new PayloadWriter(reply);
        writer.WriteUnmanagedSpan(failure.Written);
        writer.WriteUnmanaged(failure.Written.Length);
        writer.WriteUnmanaged(isCancelled ? Cancelled : Failed);
        writer.Flush();
    }

    /// <summary>Whether the body succeeded.</summary>
    internal static bool IsSuccess(ReadOnlySpan<byte> reply) => reply is [.., Succeeded or SucceededWithWrites];

    /// <summary>Whether the body ended because of its attempt's token.</summary>
    internal static bool IsCancelled(ReadOnlySpan<byte> reply) => reply is [.., Cancelled];

    /// <summary>Takes the recorded writes out of a reply, without knowing the task's types.</summary>
    /// <param name="reply">The reply; its bytes are changed.</param>
    /// <param name="rest">What is left of it.</param>
    /// <exception cref="PayloadException">The bytes are no reply.</exception>
    internal static IReadOnlyList<ChannelWrite> TakeWrites(Memory<byte> reply, out ReadOnlyMemory<byte> rest)
    {
        rest = reply;
        if (reply.Span is not [.. var body, SucceededWithWrites])
        {
            return [];
        }

        var part = LastPart(body, "A list of writes");
        var writes = ReadWrites(part);
        var length = body.Length - sizeof(int) - part.Length;
        reply.Span[length] = Succeeded;
        rest = reply[..(length + 1)];
        return writes;
    }

    /// <summary>What the body yielded and asked for; else throws what it threw.</summary>
    /// <exception cref="RemoteTaskException">The body failed. Errors of Graflow come as what they are.</exception>
    /// <exception cref="OperationCanceledException">The body ended because of its attempt's token.</exception>
    /// <exception cref="PayloadException">The bytes are no reply of such a task.</exception>
    internal static (Next<TOut> Next, AttemptRequests<TIn>? Requests) Read<TIn, TOut>(ReadOnlySpan<byte> reply, CancellationToken cancellationToken)
    {
        if (reply.Length == 0)
        {
            throw new PayloadException(offset: 0, "A reply has at least one byte.");
        }

        var body = reply[..^1];
        return reply[^1] switch
        {
            Succeeded => ReadSuccess<TIn, TOut>(body),
            SucceededWithWrites => ReadWithWrites<TIn, TOut>(reply),
            Failed => throw ReadFailure(body),
            Cancelled => throw Cancel(ReadFailure(body), cancellationToken),
            var kind => throw new PayloadException(reply.Length - 1, $"No reply has the kind {kind}: a newer version wrote it."),
        };
    }

    private static OperationCanceledException Cancel(Exception failure, CancellationToken cancellationToken) => new(failure.Message, failure, cancellationToken);

    private static (Next<TOut> Next, AttemptRequests<TIn>? Requests) ReadSuccess<TIn, TOut>(ReadOnlySpan<byte> body)
    {
        var reader = new PayloadReader(body);
        var next = ReadNext<TOut>(ref reader);
        var requests = ReadRequests<TIn>(ref reader);
        return reader.Remaining == 0 ? (next, requests) : throw PayloadFailure.OfTrailing(reader.Offset, reader.Remaining);
    }

    private static (Next<TOut> Next, AttemptRequests<TIn>? Requests) ReadWithWrites<TIn, TOut>(ReadOnlySpan<byte> reply)
    {
        var writes = LastPart(reply[..^1], "A list of writes");
        var (next, requests) = ReadSuccess<TIn, TOut>(reply[..^(1 + sizeof(int) + writes.Length)]);
        requests ??= new();
        ReadWrites(writes).ForEach(requests.Writer.Add);
        return (next, requests);
    }

    private static List<ChannelWrite> ReadWrites(ReadOnlySpan<byte> bytes)
    {
        List<ChannelWrite> writes = [];
        for (var reader = new PayloadReader(bytes); reader.Remaining > 0;)
        {
            writes.Add(ChannelWriteTransfer.Read(ref reader));
        }

        return writes;
    }

    // Bytes that are followed by their length.
    private static ReadOnlySpan<byte> LastPart(ReadOnlySpan<byte> body, string what)
    {
        var end = body.Length - sizeof(int);
        var length = end < 0 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(body[end..]);
        return length >= 0 && length <= end
            ? body.Slice(end - length, length)
            : throw new PayloadException(Math.Max(end, 0), $"{what} of {length} bytes stands in a reply of {body.Length}.");
    }

    private static Exception ReadFailure(ReadOnlySpan<byte> body)
    {
        var reader = new PayloadReader(LastPart(body, "A failure"));
        var failure = FailureTransfer.Read(ref reader);
        return reader.Remaining == 0 ? failure : throw PayloadFailure.OfTrailing(reader.Offset, reader.Remaining);
    }

    private static void WriteNext<TOut>(ref PayloadWriter writer, in Next<TOut> next)
    {
        writer.WriteUnmanaged((byte)next.Kind);
        switch (next.Kind)
        {
            case NextKind.Done:
                writer.Write(next.Value);
                break;
            case NextKind.To:
                NextTransfer.Write(ref writer, next.Target!);
                break;
        }
    }

    private static Next<TOut> ReadNext<TOut>(ref PayloadReader reader) => (NextKind)reader.ReadUnmanaged<byte>() switch
    {
        NextKind.Nothing => default,
        NextKind.Done => new Next<TOut>(reader.Read<TOut>()),
        NextKind.To => new Next<TOut>(NextTransfer.Read(ref reader, typeof(TOut))),
        _ => throw new PayloadException(reader.Offset - 1, "This is neither a value nor something to run next."),
    };

    private static void WriteRequests<TIn>(ref PayloadWriter writer, AttemptRequests<TIn>? requests)
    {
        writer.WriteUnmanaged(requests is not null);
        if (requests is null)
        {
            return;
        }

        writer.WriteUnmanaged(requests.NextInput is not null);
        if (requests.NextInput is { } input)
        {
            writer.Write(input.Value!);
        }

        writer.WriteCount(requests.SideTasks.Count);
        foreach (var target in requests.SideTasks)
        {
            NextTransfer.Write(ref writer, target);
        }
    }

    private static void WriteEnd(ref PayloadWriter writer, IReadOnlyList<ChannelWrite> writes)
    {
        if (writes.Count == 0)
        {
            writer.WriteUnmanaged(Succeeded);
            return;
        }

        using var buffer = PooledBuffer.Rent();
        var inner = new PayloadWriter(buffer);
        foreach (var write in writes)
        {
            ChannelWriteTransfer.Write(ref inner, write);
        }

        inner.Flush();
        writer.WriteUnmanagedSpan(buffer.Written);
        writer.WriteUnmanaged(buffer.Written.Length);
        writer.WriteUnmanaged(SucceededWithWrites);
    }

    private static AttemptRequests<TIn>? ReadRequests<TIn>(ref PayloadReader reader)
    {
        if (!reader.ReadBoolean())
        {
            return null;
        }

        var requests = new AttemptRequests<TIn>();
        if (reader.ReadBoolean())
        {
            requests.SetNextInput(reader.Read<TIn>(), taskId: "");
        }

        for (var left = reader.ReadCount(minimumElementSize: 2); left > 0; left--)
        {
            requests.SideTasks.Add(NextTransfer.Read(ref reader, output: null));
        }

        return requests;
    }
}
