using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Graflow.Channels;
using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Scripts;

namespace Graflow.Redis.Channels;

/// <summary>One reader of a key's changes: fetches them as they come, so that however late it is read, nothing is lost meanwhile.</summary>
internal sealed class ChannelWatch(RedisConnection redis, RedisCell cell, RunName run, string key) : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    // Time enough for a connection that is lost and made again.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _news = new(0, 1);
    private readonly Channel<(ChannelChangeKind Kind, Cell Cell)> _changes = Channel.CreateUnbounded<(ChannelChangeKind, Cell)>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    private Task _fetching = Task.CompletedTask;

    internal async IAsyncEnumerable<(ChannelChangeKind Kind, Cell Cell)> ReadAllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var first = await AskAsync(after: "", Lease, ct).ConfigureAwait(false);
        if (StoredCell.Read([.. first[2].Items]) is { } present)
        {
            yield return (ChannelChangeKind.Set, present);
        }

        _fetching = FetchAsync(first[0].Text);
        await foreach (var change in _changes.Reader.ReadAllAsync(ct).ConfigureAwait(false))
        {
            yield return change;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _fetching.ConfigureAwait(false);
        try
        {
            await AskAsync(after: "", TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is GraflowException or ObjectDisposedException)
        {
            // Its time ends by itself.
        }

        _end.Dispose();
        _news.Dispose();
    }

    private async Task FetchAsync(string after)
    {
        try
        {
            var listening = await redis.ListenAsync($"{cell.Prefix}changes:{run.Text}", _ => Wake(), _end.Token).ConfigureAwait(false);
            await using var listener = listening.ConfigureAwait(false);
            while (true)
            {
                var reply = await AskAsync(after, Lease, _end.Token).ConfigureAwait(false);
                foreach (var change in reply[1].Items)
                {
                    Reply[] fields = [.. change.Items];
                    _changes.Writer.TryWrite((KindOf(fields[0].Text), StoredCell.Read(fields, at: 1)!));
                }

                after = reply[0].Text;
                if (reply[2].Number == 1)
                {
                    _changes.Writer.Complete();
                    return;
                }

                await AwaitNewsAsync().ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            _changes.Writer.TryComplete(exception);
        }
    }

    private static ChannelChangeKind KindOf(string text) => text switch
    {
        "set" => ChannelChangeKind.Set,
        "deleted" => ChannelChangeKind.Deleted,
        _ => ChannelChangeKind.Expired,
    };

    private void Wake()
    {
        lock (_changes)
        {
            if (!_end.IsCancellationRequested && _news.CurrentCount == 0)
            {
                _news.Release();
            }
        }
    }

    /// <summary>Wake-ups may be lost, so it looks again after a while in any case; expiry comes only so.</summary>
    private async Task AwaitNewsAsync()
    {
        using var limit = new CancellationTokenSource(Poll, redis.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _end.Token);
        try
        {
            await _news.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_end.IsCancellationRequested)
        {
        }
    }

    private async Task<Reply> AskAsync(string after, TimeSpan lease, CancellationToken ct)
    {
        var arguments = new Arguments().Add(run.Text).Add(key).Add(_id).Add(lease).Add(after);
        return new(await redis.CallAsync("channel-watch", cell, arguments.ToArray(), ct).ConfigureAwait(false));
    }
}
