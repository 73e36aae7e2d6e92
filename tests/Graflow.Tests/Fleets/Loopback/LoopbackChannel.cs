using Graflow.Channels;
using Graflow.Fleets;

namespace Graflow.Tests.Fleets;

/// <summary>A channel that all engines of a loopback fleet reach.</summary>
internal sealed class LoopbackChannel(LoopbackFleet fleet) : IStoredChannel
{
    private readonly MemoryChannel _channel = new(fleet.Time);
    private readonly HashSet<string> _tokens = [];

    /// <summary>Under which tokens something was committed.</summary>
    internal IReadOnlyCollection<string> Tokens => _tokens;

    public Task CommitAsync(IReadOnlyList<ChannelWrite> writes, string token, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (_tokens)
        {
            if (!_tokens.Contains(token))
            {
                _channel.Commit(writes);
                _tokens.Add(token);
            }
        }

        return Task.CompletedTask;
    }

    public async Task TakeOverAsync(string fromRunId, CancellationToken ct)
    {
        var from = fleet.RunOf(fromRunId).Channel;
        foreach (var key in await from.KeysAsync(ct))
        {
            var held = await from.TryGetAsync<ChannelPayload>(key, ct);
            await SetAsync(key, new ChannelPayload(PayloadCell.Of(held.Value!.Cell)), ttl: null, ct);
        }
    }

    /// <summary>What a worker's commit does.</summary>
    internal void Commit(IReadOnlyList<ChannelWrite> writes) => _channel.Commit(writes);

    public ValueTask SetAsync<T>(string key, T value, TimeSpan? ttl = null, CancellationToken cancellationToken = default) => _channel.SetAsync(key, value, ttl, cancellationToken);

    public ValueTask<T> GetAsync<T>(string key, T defaultValue, CancellationToken cancellationToken = default) => _channel.GetAsync(key, defaultValue, cancellationToken);

    public ValueTask<ChannelValue<T>> TryGetAsync<T>(string key, CancellationToken cancellationToken = default) => _channel.TryGetAsync<T>(key, cancellationToken);

    public ValueTask<bool> DeleteAsync(string key, CancellationToken cancellationToken = default) => _channel.DeleteAsync(key, cancellationToken);

    public ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default) => _channel.ExistsAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<string>> KeysAsync(CancellationToken cancellationToken = default) => _channel.KeysAsync(cancellationToken);

    public ValueTask ClearAsync(CancellationToken cancellationToken = default) => _channel.ClearAsync(cancellationToken);

    public ValueTask<T> UpdateAsync<T>(string key, Func<T?, T> update, CancellationToken cancellationToken = default) => _channel.UpdateAsync(key, update, cancellationToken);

    public ValueTask<long> IncrementAsync(string key, long by = 1, CancellationToken cancellationToken = default) => _channel.IncrementAsync(key, by, cancellationToken);

    public ValueTask<int> AppendAsync<T>(string key, T item, CancellationToken cancellationToken = default) => _channel.AppendAsync(key, item, cancellationToken);

    public ValueTask<bool> TryAddAsync<T>(string key, T value, TimeSpan? ttl = null, CancellationToken cancellationToken = default) => _channel.TryAddAsync(key, value, ttl, cancellationToken);

    public IAsyncEnumerable<ChannelChange<T>> WatchAsync<T>(string key, CancellationToken cancellationToken = default) => _channel.WatchAsync<T>(key, cancellationToken);
}
