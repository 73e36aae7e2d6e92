using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Graflow.Channels;

/// <summary>The channel as one attempt sees it: once that attempt is over, every call throws. A call that had passed the fence before completes.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without timer and wait handle holds nothing to dispose.")]
internal sealed class FencedChannel(IChannel inner) : IChannel
{
    private readonly CancellationTokenSource _closed = new();
    private string? _reason;

    public ValueTask SetAsync<T>(string key, T value, TimeSpan? ttl = null, CancellationToken cancellationToken = default) =>
        Open.SetAsync(key, value, ttl, cancellationToken);

    public ValueTask<T> GetAsync<T>(string key, T defaultValue, CancellationToken cancellationToken = default) =>
        Open.GetAsync(key, defaultValue, cancellationToken);

    public ValueTask<ChannelValue<T>> TryGetAsync<T>(string key, CancellationToken cancellationToken = default) =>
        Open.TryGetAsync<T>(key, cancellationToken);

    public ValueTask<bool> DeleteAsync(string key, CancellationToken cancellationToken = default) =>
        Open.DeleteAsync(key, cancellationToken);

    public ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default) =>
        Open.ExistsAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<string>> KeysAsync(CancellationToken cancellationToken = default) =>
        Open.KeysAsync(cancellationToken);

    public ValueTask ClearAsync(CancellationToken cancellationToken = default) => Open.ClearAsync(cancellationToken);

    public ValueTask<T> UpdateAsync<T>(string key, Func<T?, T> update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Open.UpdateAsync<T>(key, Fenced, cancellationToken);

        T Fenced(T? value)
        {
            var updated = update(value);
            _ = Open;
            return updated;
        }
    }

    public ValueTask<long> IncrementAsync(string key, long by = 1, CancellationToken cancellationToken = default) =>
        Open.IncrementAsync(key, by, cancellationToken);

    public ValueTask<int> AppendAsync<T>(string key, T item, CancellationToken cancellationToken = default) =>
        Open.AppendAsync(key, item, cancellationToken);

    public ValueTask<bool> TryAddAsync<T>(string key, T value, TimeSpan? ttl = null, CancellationToken cancellationToken = default) =>
        Open.TryAddAsync(key, value, ttl, cancellationToken);

    public IAsyncEnumerable<ChannelChange<T>> WatchAsync<T>(string key, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, cancellationToken);
        return Watch<T>(Open, key, cancellationToken);
    }

    /// <summary>Lets nothing through any more; the first reason given is the one that callers read.</summary>
    internal void Close(string reason)
    {
        Interlocked.CompareExchange(ref _reason, reason, null);
        _closed.Cancel();
    }

    private IChannel Open => Volatile.Read(ref _reason) is { } reason ? throw new AttemptEndedException(reason) : inner;

    private async IAsyncEnumerable<ChannelChange<T>> Watch<T>(IChannel channel, string key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token, cancellationToken);
        var changes = channel.WatchAsync<T>(key, either.Token).GetAsyncEnumerator(CancellationToken.None);
        await using var disposing = changes.ConfigureAwait(false);
        while (await MoveNextAsync(changes, cancellationToken).ConfigureAwait(false))
        {
            yield return changes.Current;
        }
    }

    private async ValueTask<bool> MoveNextAsync<T>(IAsyncEnumerator<T> changes, CancellationToken cancellationToken)
    {
        _ = Open;
        try
        {
            return await changes.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            throw new AttemptEndedException(_reason!);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }
}
