using Graflow.Channels;
using Xunit;

namespace Graflow.Tests.Channels;

public sealed class FencedChannelTests : ChannelContract
{
    private readonly MemoryChannel _inner;
    private readonly FencedChannel _channel;

    public FencedChannelTests()
    {
        _inner = new MemoryChannel(Clock);
        _channel = new FencedChannel(_inner);
    }

    protected override IChannel Channel => _channel;

    [Fact]
    public async Task Behind_a_closed_fence_every_call_throws_and_changes_nothing()
    {
        await _channel.SetAsync("key", 1);
        _channel.Close("timed out");
        _channel.Close("said twice");
        await Throws(c => c.SetAsync("key", 2).AsTask());
        await Throws(c => c.GetAsync("key", 2).AsTask());
        await Throws(c => c.GetAsync<int>("key").AsTask());
        await Throws(c => c.TryGetAsync<int>("key").AsTask());
        await Throws(c => c.DeleteAsync("key").AsTask());
        await Throws(c => c.ExistsAsync("key").AsTask());
        await Throws(c => c.KeysAsync().AsTask());
        await Throws(c => c.ClearAsync().AsTask());
        await Throws(c => c.UpdateAsync<int>("key", n => n + 1).AsTask());
        await Throws(c => c.IncrementAsync("key").AsTask());
        await Throws(c => c.AppendAsync("list", 1).AsTask());
        await Throws(c => c.TryAddAsync("new", 1).AsTask());
        await Throws(c => Task.FromResult(c.WatchAsync<int>("key")));
        Assert.Equal(["key"], await _inner.KeysAsync());
        Assert.Equal(1, await _inner.GetAsync<int>("key"));

        async Task Throws(Func<IChannel, Task> call)
        {
            var error = await Assert.ThrowsAsync<AttemptEndedException>(() => call(_channel));
            Assert.Equal("timed out", error.Reason);
            Assert.Contains("timed out", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_update_under_way_when_the_fence_closes_changes_nothing()
    {
        await Assert.ThrowsAsync<AttemptEndedException>(async () => await _channel.UpdateAsync<int>("key", n =>
        {
            _channel.Close("abandoned");
            return n + 1;
        }));
        Assert.False(await _inner.ExistsAsync("key"));
    }

    [Fact]
    public async Task A_watcher_that_waits_is_ended_by_the_fence()
    {
        await using var changes = _channel.WatchAsync<int>("key").GetAsyncEnumerator();
        var waiting = changes.MoveNextAsync();
        _channel.Close("abandoned");
        await Assert.ThrowsAsync<AttemptEndedException>(async () => await waiting);
    }

    [Fact]
    public async Task A_watcher_behind_the_fence_reads_no_more()
    {
        await using var changes = _channel.WatchAsync<int>("key").GetAsyncEnumerator();
        var first = changes.MoveNextAsync();
        await _inner.SetAsync("key", 1);
        await _inner.SetAsync("key", 2);
        Assert.True(await first);
        _channel.Close("abandoned");
        await Assert.ThrowsAsync<AttemptEndedException>(async () => await changes.MoveNextAsync());
    }

    [Fact]
    public async Task A_watchers_cancellation_names_its_own_token()
    {
        using CancellationTokenSource stop = new();
        await using var changes = _channel.WatchAsync<int>("key", stop.Token).GetAsyncEnumerator();
        var waiting = changes.MoveNextAsync();
        await stop.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        Assert.Equal(stop.Token, error.CancellationToken);
    }
}
