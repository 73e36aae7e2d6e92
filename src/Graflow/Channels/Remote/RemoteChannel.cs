using System.Runtime.CompilerServices;
using Graflow.CompilerServices;
using Graflow.Payloads;

namespace Graflow.Channels;

/// <summary>A run's channel as a body in another process has it: every call travels to the run. What is checked without the values is checked before.</summary>
internal sealed class RemoteChannel(IChannelPort port) : IChannel
{
    public async ValueTask SetAsync<T>(string key, T value, TimeSpan? ttl = null, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, ttl, cancellationToken);
        var answer = await CallAsync(ChannelOperation.Set, key, (ref writer) => WriteValue(ref writer, value, ttl), cancellationToken).ConfigureAwait(false);
        ChannelAnswer.Open(answer.Span);
    }

    public async ValueTask<T> GetAsync<T>(string key, T defaultValue, CancellationToken cancellationToken = default)
    {
        var (_, cell) = await ReadAsync(key, cancellationToken).ConfigureAwait(false);
        return cell is null ? defaultValue : cell.Read<T>(key);
    }

    public async ValueTask<ChannelValue<T>> TryGetAsync<T>(string key, CancellationToken cancellationToken = default)
    {
        var (_, cell) = await ReadAsync(key, cancellationToken).ConfigureAwait(false);
        return cell is null ? default : new ChannelValue<T>(true, cell.Read<T>(key));
    }

    public ValueTask<bool> DeleteAsync(string key, CancellationToken cancellationToken = default) =>
        AskAsync(ChannelOperation.Delete, key, cancellationToken);

    public ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default) =>
        AskAsync(ChannelOperation.Exists, key, cancellationToken);

    public async ValueTask<IReadOnlyList<string>> KeysAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var answer = await CallAsync(ChannelOperation.Keys, "", static (ref _) => { }, cancellationToken).ConfigureAwait(false);
        var reader = ChannelAnswer.Open(answer.Span);
        var keys = new string[Math.Max(reader.ReadCount(sizeof(int)), 0)];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = reader.ReadString() ?? "";
        }

        return keys;
    }

    public async ValueTask ClearAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var answer = await CallAsync(ChannelOperation.Clear, "", static (ref _) => { }, cancellationToken).ConfigureAwait(false);
        ChannelAnswer.Open(answer.Span);
    }

    public async ValueTask<T> UpdateAsync<T>(string key, Func<T?, T> update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        while (true)
        {
            var (version, cell) = await ReadAsync(key, cancellationToken).ConfigureAwait(false);
            var updated = update(cell is null ? default : cell.Read<T>(key));
            var answer = await CallAsync(ChannelOperation.Replace, key, (ref writer) => WriteReplacement(ref writer, version, updated), cancellationToken).ConfigureAwait(false);
            if (ChannelAnswer.Open(answer.Span).ReadBoolean())
            {
                return updated;
            }
        }
    }

    public async ValueTask<long> IncrementAsync(string key, long by = 1, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, cancellationToken);
        var answer = await CallAsync(ChannelOperation.Increment, key, (ref writer) => writer.WriteUnmanaged(by), cancellationToken).ConfigureAwait(false);
        return ChannelAnswer.Open(answer.Span).ReadUnmanaged<long>();
    }

    public async ValueTask<int> AppendAsync<T>(string key, T item, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, cancellationToken);
        var answer = await CallAsync(ChannelOperation.Append, key, (ref writer) => PayloadCellTransfer.Write(ref writer, PayloadListCell.ElementOf(item)), cancellationToken).ConfigureAwait(false);
        return ChannelAnswer.Open(answer.Span).ReadUnmanaged<int>();
    }

    public async ValueTask<bool> TryAddAsync<T>(string key, T value, TimeSpan? ttl = null, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, ttl, cancellationToken);
        var answer = await CallAsync(ChannelOperation.TryAdd, key, (ref writer) => WriteValue(ref writer, value, ttl), cancellationToken).ConfigureAwait(false);
        return ChannelAnswer.Open(answer.Span).ReadBoolean();
    }

    public IAsyncEnumerable<ChannelChange<T>> WatchAsync<T>(string key, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, cancellationToken);
        return Watch<T>(key, cancellationToken);
    }

    private static void WriteValue<T>(ref PayloadWriter writer, T value, TimeSpan? ttl)
    {
        ChannelWriteTransfer.WriteTtl(ref writer, ttl);
        PayloadCellTransfer.Write(ref writer, new ValueCell<T>(value, Cell.Never));
    }

    private static void WriteReplacement<T>(ref PayloadWriter writer, long version, T value)
    {
        writer.WriteUnmanaged(version);
        PayloadCellTransfer.Write(ref writer, new ValueCell<T>(value, Cell.Never));
    }

    private static (ChannelChangeKind Kind, Cell Cell) ReadChange(ReadOnlySpan<byte> answer)
    {
        var reader = ChannelAnswer.Open(answer);
        var kind = reader.ReadUnmanaged<byte>();
        return kind <= (byte)ChannelChangeKind.Expired
            ? ((ChannelChangeKind)kind, PayloadCellTransfer.Read(ref reader))
            : throw new PayloadException(reader.Offset - 1, $"No change of a channel has the kind {kind}: a newer version wrote it.");
    }

    private static (long Version, PayloadCell? Cell) ReadCell(ReadOnlySpan<byte> answer)
    {
        var reader = ChannelAnswer.Open(answer);
        var version = reader.ReadUnmanaged<long>();
        return (version, version == 0 ? null : PayloadCellTransfer.Read(ref reader));
    }

    private async ValueTask<bool> AskAsync(ChannelOperation operation, string key, CancellationToken cancellationToken)
    {
        ChannelArguments.Check(key, cancellationToken);
        var answer = await CallAsync(operation, key, static (ref _) => { }, cancellationToken).ConfigureAwait(false);
        return ChannelAnswer.Open(answer.Span).ReadBoolean();
    }

    private async ValueTask<(long Version, PayloadCell? Cell)> ReadAsync(string key, CancellationToken cancellationToken)
    {
        ChannelArguments.Check(key, cancellationToken);
        var answer = await CallAsync(ChannelOperation.Read, key, static (ref _) => { }, cancellationToken).ConfigureAwait(false);
        return ReadCell(answer.Span);
    }

    private async IAsyncEnumerable<ChannelChange<T>> Watch<T>(string key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var answer in StreamAsync(key, cancellationToken).ConfigureAwait(false))
        {
            var (kind, cell) = ReadChange(answer.Span);
            yield return new ChannelChange<T>(kind, cell.Read<T>(key));
        }
    }

    private IAsyncEnumerable<ReadOnlyMemory<byte>> StreamAsync(string key, CancellationToken cancellationToken)
    {
        using var request = PooledBuffer.Rent();
        Write(request, ChannelOperation.Watch, key, static (ref _) => { });
        return port.StreamAsync(request.Written.ToArray(), cancellationToken);
    }

    private ValueTask<ReadOnlyMemory<byte>> CallAsync(ChannelOperation operation, string key, ChannelAnswer.Body body, CancellationToken cancellationToken)
    {
        using var request = PooledBuffer.Rent();
        Write(request, operation, key, body);
        return port.CallAsync(request.WrittenMemory, cancellationToken);
    }

    private static void Write(PooledBuffer request, ChannelOperation operation, string key, ChannelAnswer.Body body)
    {
        var writer = new PayloadWriter(request);
        writer.WriteUnmanaged((byte)operation);
        writer.WriteString(key);
        body(ref writer);
        writer.Flush();
    }
}
