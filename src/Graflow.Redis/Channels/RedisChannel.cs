using System.Runtime.CompilerServices;
using Graflow.Channels;
using Graflow.Fleets;
using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Runs;
using Graflow.Redis.Scripts;

namespace Graflow.Redis.Channels;

/// <summary>A run's channel in Redis, shared by all processes that work for the run. Every call is one round trip; times to live are counted by the server's clock.</summary>
/// <param name="redis">The process's connection.</param>
/// <param name="cell">The run's cell.</param>
/// <param name="runId">The run.</param>
/// <param name="epoch">The driver's; 0 for who does not drive the run.</param>
internal sealed class RedisChannel(RedisConnection redis, RedisCell cell, string runId, long epoch = 0) : IStoredChannel
{
    // So that no call keeps others waiting.
    private const int KeysAtOnce = 100;

    private readonly RunName _run = RunName.Of(runId);

    /// <summary>The making of the run, where it was not waited for.</summary>
    internal RunCreation? Creation { get; init; }

    public async ValueTask SetAsync<T>(string key, T value, TimeSpan? ttl = null, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, ttl, cancellationToken);
        await PutAsync("set", key, version: 0, value, ttl, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<T> GetAsync<T>(string key, T defaultValue, CancellationToken cancellationToken = default) =>
        await LoadAsync(key, cancellationToken).ConfigureAwait(false) is { } found ? found.Read<T>(key) : defaultValue;

    public async ValueTask<ChannelValue<T>> TryGetAsync<T>(string key, CancellationToken cancellationToken = default) =>
        await LoadAsync(key, cancellationToken).ConfigureAwait(false) is { } found ? new ChannelValue<T>(true, found.Read<T>(key)) : default;

    public async ValueTask<bool> DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, cancellationToken);
        return (await CallAsync("channel-delete", Call().Add(key), cancellationToken).ConfigureAwait(false)).Number == 1;
    }

    public async ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default) =>
        await LoadAsync(key, cancellationToken).ConfigureAwait(false) is not null;

    public async ValueTask<IReadOnlyList<string>> KeysAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return (await CallAsync("channel-keys", Call(), cancellationToken).ConfigureAwait(false)).Texts;
    }

    public async ValueTask ClearAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await CallAsync("channel-delete", Call().Add(""), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<T> UpdateAsync<T>(string key, Func<T?, T> update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        while (true)
        {
            var found = await LoadAsync(key, cancellationToken).ConfigureAwait(false);
            var updated = update(found is null ? default : found.Read<T>(key));
            var how = updated is ChannelPayload { IsRead: true } ? "same" : "replace";
            if (await PutAsync(how, key, found?.Version ?? 0, updated, ttl: null, cancellationToken).ConfigureAwait(false))
            {
                return updated;
            }
        }
    }

    public async ValueTask<long> IncrementAsync(string key, long by = 1, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, cancellationToken);
        var reply = await CallAsync("channel-increment", Call().Add(key).Add(by), cancellationToken).ConfigureAwait(false);
        return reply[0].Text switch
        {
            "ok" => reply[1].Number,
            "overflow" => throw StoredWrites.Overflow(key),
            "missing" => throw NotFound(),
            _ => throw new ChannelTypeException(key, reply[1].Text, typeof(long).ToString()),
        };
    }

    public async ValueTask<int> AppendAsync<T>(string key, T item, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, cancellationToken);
        var element = item is ChannelPayload payload ? payload.Given : PayloadListCell.ElementOf(item);
        var reply = await CallAsync("channel-append", Call().Add(key).Add(element.TypeText).Add(StoredWrites.Check(key, element.Bytes.ToArray())), cancellationToken).ConfigureAwait(false);
        return reply[0].Text switch
        {
            "ok" => (int)reply[1].Number,
            "missing" => throw NotFound(),
            _ => throw new ChannelTypeException(key, reply[1].Text, element.TypeText),
        };
    }

    public async ValueTask<bool> TryAddAsync<T>(string key, T value, TimeSpan? ttl = null, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, ttl, cancellationToken);
        return await PutAsync("add", key, version: 0, value, ttl, cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<ChannelChange<T>> WatchAsync<T>(string key, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, cancellationToken);
        return Watch<T>(key, cancellationToken);
    }

    public async Task CommitAsync(IReadOnlyList<ChannelWrite> writes, string token, CancellationToken ct)
    {
        var reply = await CallAsync("channel-commit", Call().Add(epoch).Add(token).AddWrites(writes), ct).ConfigureAwait(false);
        switch (reply[0].Text)
        {
            case "misfit":
                throw StoredWrites.Misfit(writes[(int)reply[1].Number - 1], reply[2].Text, reply[3].Text);
            case "fenced" or "missing":
                throw new RunFencedException(runId);
        }
    }

    public async Task TakeOverAsync(string fromRunId, CancellationToken ct)
    {
        RedisChannel from = new(redis, redis.Cells.Of(fromRunId), fromRunId);
        foreach (var keys in (await from.KeysAsync(ct).ConfigureAwait(false)).Chunk(KeysAtOnce))
        {
            var cells = await from.CallAsync("channel-export", from.Call().AddAll(keys), ct).ConfigureAwait(false);
            var arguments = Call().Add(epoch).AddAll(cells.Items, static (list, cell) =>
                list.Add(cell[0].Text).Add(cell[1].Text).Add(cell[2].Text).Add(cell[3].Bytes).Add(cell[4].Bytes).Add(cell[5].Number));
            if ((await CallAsync("channel-import", arguments, ct).ConfigureAwait(false))[0].Text != "ok")
            {
                throw new RunFencedException(runId);
            }
        }
    }

    private async IAsyncEnumerable<ChannelChange<T>> Watch<T>(string key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watch = new ChannelWatch(redis, cell, _run, key);
        await using var watching = watch.ConfigureAwait(false);
        // Asked for before anything is awaited: changes that the caller makes next are seen.
        await foreach (var (kind, found) in watch.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new ChannelChange<T>(kind, found.Read<T>(key));
        }
    }

    private async Task<PayloadCell?> LoadAsync(string key, CancellationToken ct)
    {
        ChannelArguments.Check(key, ct);
        var reply = await CallAsync("channel-read", Call().Add(key), ct).ConfigureAwait(false);
        return StoredCell.Read([.. reply.Items]);
    }

    private async Task<bool> PutAsync<T>(string how, string key, long version, T value, TimeSpan? ttl, CancellationToken ct)
    {
        var stored = how == "same" ? default : StoredCell.Of(value);
        var arguments = Call().Add(how).Add(key).Add(version).Add(stored.Kind ?? "").Add(stored.Type ?? "").Add(StoredWrites.Check(key, stored.Value ?? []))
            .Add(StoredWrites.Life(ttl));
        var reply = (await CallAsync("channel-put", arguments, ct).ConfigureAwait(false)).Number;
        return reply < 0 ? throw NotFound() : reply == 1;
    }

    private RunNotFoundException NotFound() => new(runId, $"Redis at {redis.Server}");

    private Arguments Call() => new Arguments().Add(_run.Text);

    private async Task<Reply> CallAsync(string script, Arguments arguments, CancellationToken ct)
    {
        if (Creation is { IsMade: false } creation)
        {
            await creation.MakeAsync().WaitAsync(ct).ConfigureAwait(false);
        }

        return new Reply(await redis.CallAsync(script, cell, arguments.ToArray(), ct).ConfigureAwait(false));
    }
}
