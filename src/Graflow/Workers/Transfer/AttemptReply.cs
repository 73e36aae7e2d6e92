using System.Buffers;
using System.Buffers.Binary;
using Graflow.Channels;
using Graflow.CompilerServices;
using Graflow.Payloads;

namespace Graflow.Workers;

/// <summary>
/// What comes of an attempt, as bytes. The last byte says what it is, so that a success which turns out to be unwritable halfway can still become a failure without a copy of what was written:
/// <c>[Next][requests] 0</c>, or <c>[anything][failure][its length] 1</c>.
/// </summary>
internal static class AttemptReply
{
    private const byte Succeeded = 0;
    private const byte Failed = 1;
    private const byte Cancelled = 2;

    /// <summary>Writes a success, or, where it cannot be written, that failure.</summary>
    internal static void Write<TIn, TOut>(IBufferWriter<byte> reply, in Next<TOut> next, AttemptRequests<TIn>? requests)
    {
        try
        {
            var writer = new PayloadWriter(reply);
            WriteNext(ref writer, next);
            WriteRequests(ref writer, requests);
            writer.WriteUnmanaged(Succeeded);
            writer.Flush();
        }
        catch (Exception exception)
        {
            WriteFailure(reply, exception, isCancelled: false);
        }
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

    private static Exception ReadFailure(ReadOnlySpan<byte> body)
    {
        var end = body.Length - sizeof(int);
        var length = end < 0 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(body[end..]);
        if (length < 0 || length > end)
        {
            throw new PayloadException(Math.Max(end, 0), $"A failure of {length} bytes stands in a reply of {body.Length}.");
        }

        var reader = new PayloadReader(body.Slice(end - length, length));
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

        writer.WriteCount(requests.Writes.Count);
        foreach (var write in requests.Writes)
        {
            ChannelWriteTransfer.Write(ref writer, write);
        }
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

        for (var left = reader.ReadCount(minimumElementSize: 2); left > 0; left--)
        {
            requests.Writer.Add(ChannelWriteTransfer.Read(ref reader));
        }

        return requests;
    }
}
