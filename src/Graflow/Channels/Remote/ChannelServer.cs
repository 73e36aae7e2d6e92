using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Channels;

/// <summary>
/// Answers what a body in another process asks of its run's channel, against the channel as its attempt sees it. Whatever goes wrong is an answer too.
/// The requests of one attempt are to be handed over in the order in which they were made.
/// </summary>
internal sealed class ChannelServer(IChannel channel) : IChannelPort
{
    public async ValueTask<ReadOnlyMemory<byte>> CallAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        try
        {
            return await AnswerAsync(request.Span, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return ChannelAnswer.Of(exception);
        }
    }

    public IAsyncEnumerable<ReadOnlyMemory<byte>> StreamAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        try
        {
            var reader = new PayloadReader(request.Span);
            var operation = (ChannelOperation)reader.ReadUnmanaged<byte>();
            return operation == ChannelOperation.Watch
                ? WatchAsync(channel.WatchAsync<ChannelPayload>(ChannelWriteTransfer.ReadKey(ref reader), cancellationToken), cancellationToken)
                : throw Unknown(operation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return FailAsync(exception);
        }
    }

    private ValueTask<ReadOnlyMemory<byte>> AnswerAsync(ReadOnlySpan<byte> request, CancellationToken cancellationToken)
    {
        var reader = new PayloadReader(request);
        var operation = (ChannelOperation)reader.ReadUnmanaged<byte>();
        if (operation is ChannelOperation.Keys or ChannelOperation.Clear)
        {
            return operation == ChannelOperation.Keys ? KeysAsync(cancellationToken) : DoneAsync(channel.ClearAsync(cancellationToken));
        }

        var key = ChannelWriteTransfer.ReadKey(ref reader);
        switch (operation)
        {
            case ChannelOperation.Set:
                var value = ChannelWriteTransfer.ReadPayload(ref reader, out var ttl);
                return DoneAsync(channel.SetAsync(key, value, ttl, cancellationToken));
            case ChannelOperation.Read:
                return ReadAsync(channel.TryGetAsync<ChannelPayload>(key, cancellationToken));
            case ChannelOperation.Delete:
                return SayAsync(channel.DeleteAsync(key, cancellationToken));
            case ChannelOperation.Exists:
                return SayAsync(channel.ExistsAsync(key, cancellationToken));
            case ChannelOperation.Replace:
                var version = reader.ReadUnmanaged<long>();
                return ReplaceAsync(key, version, new ChannelPayload(PayloadCellTransfer.Read(ref reader)), cancellationToken);
            case ChannelOperation.Increment:
                return SayAsync(channel.IncrementAsync(key, reader.ReadUnmanaged<long>(), cancellationToken));
            case ChannelOperation.Append:
                return SayAsync(channel.AppendAsync(key, new ChannelPayload(PayloadCellTransfer.Read(ref reader)), cancellationToken));
            case ChannelOperation.TryAdd:
                var added = ChannelWriteTransfer.ReadPayload(ref reader, out var life);
                return SayAsync(channel.TryAddAsync(key, added, life, cancellationToken));
            default:
                throw Unknown(operation);
        }
    }

    private static PayloadException Unknown(ChannelOperation operation) =>
        new(offset: 0, $"No request to a channel has the number {(byte)operation}: a newer version wrote it.");

    private static async ValueTask<ReadOnlyMemory<byte>> DoneAsync(ValueTask call)
    {
        await call.ConfigureAwait(false);
        return ChannelAnswer.Of(static (ref _) => { });
    }

    private static async ValueTask<ReadOnlyMemory<byte>> SayAsync<T>(ValueTask<T> call)
        where T : unmanaged
    {
        var value = await call.ConfigureAwait(false);
        return ChannelAnswer.Of((ref writer) => writer.WriteUnmanaged(value));
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(ValueTask<ChannelValue<ChannelPayload>> call)
    {
        var read = await call.ConfigureAwait(false);
        return ChannelAnswer.Of((ref writer) =>
        {
            if (read.TryGet(out var payload))
            {
                writer.WriteUnmanaged(payload.Cell.Version);
                PayloadCellTransfer.Write(ref writer, payload.Cell);
            }
            else
            {
                writer.WriteUnmanaged(0L);
            }
        });
    }

    private async ValueTask<ReadOnlyMemory<byte>> KeysAsync(CancellationToken cancellationToken)
    {
        var keys = await channel.KeysAsync(cancellationToken).ConfigureAwait(false);
        return ChannelAnswer.Of((ref writer) =>
        {
            writer.WriteCount(keys.Count);
            foreach (var key in keys)
            {
                writer.WriteString(key);
            }
        });
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReplaceAsync(string key, long version, ChannelPayload value, CancellationToken cancellationToken)
    {
        var isReplaced = false;
        await channel.UpdateAsync<ChannelPayload>(key, Replace, cancellationToken).ConfigureAwait(false);
        return ChannelAnswer.Of((ref writer) => writer.WriteUnmanaged(isReplaced));

        ChannelPayload Replace(ChannelPayload? current)
        {
            isReplaced = (current?.Cell.Version ?? 0) == version;
            return isReplaced ? value : current!;
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> WatchAsync(IAsyncEnumerable<ChannelChange<ChannelPayload>> changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var enumerator = changes.GetAsyncEnumerator(cancellationToken);
        await using var disposing = enumerator.ConfigureAwait(false);
        while (true)
        {
            ReadOnlyMemory<byte> answer;
            try
            {
                if (!await enumerator.MoveNextAsync().ConfigureAwait(false))
                {
                    yield break;
                }

                answer = AnswerOf(enumerator.Current);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                answer = ChannelAnswer.Of(exception);
            }

            yield return answer;
            if (ChannelAnswer.IsFailure(answer.Span))
            {
                yield break;
            }
        }
    }

    private static ReadOnlyMemory<byte> AnswerOf(ChannelChange<ChannelPayload> change) => ChannelAnswer.Of((ref writer) =>
    {
        writer.WriteUnmanaged((byte)change.Kind);
        PayloadCellTransfer.Write(ref writer, change.Value.Cell);
    });

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> FailAsync(Exception exception)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return ChannelAnswer.Of(exception);
    }
}
