using Xunit;

namespace Graflow.Tests.Channels;

public abstract partial class ChannelContract
{
    [Fact]
    public async Task A_watcher_sees_every_change_in_order_however_late_it_reads()
    {
        await using var changes = Channel.WatchAsync<int>("key").GetAsyncEnumerator();
        var first = changes.MoveNextAsync();
        await Channel.SetAsync("key", 1);
        await Channel.SetAsync("other", 99);
        await Channel.IncrementAsync("key");
        await Channel.UpdateAsync<int>("key", n => n * 10);
        await Channel.DeleteAsync("key");
        await Channel.TryAddAsync("key", 3, Ttl);
        await Channel.TryAddAsync("key", 4);
        Clock.Advance(Ttl);
        await Channel.SetAsync("key", 5);
        await Channel.ClearAsync();

        Assert.True(await first);
        List<(ChannelChangeKind, int)> seen = [(changes.Current.Kind, changes.Current.Value)];
        while (seen.Count < 8 && await changes.MoveNextAsync())
        {
            seen.Add((changes.Current.Kind, changes.Current.Value));
        }

        Assert.Equal(
            [
                (ChannelChangeKind.Set, 1), (ChannelChangeKind.Set, 2), (ChannelChangeKind.Set, 20), (ChannelChangeKind.Deleted, 20),
                (ChannelChangeKind.Set, 3), (ChannelChangeKind.Expired, 3), (ChannelChangeKind.Set, 5), (ChannelChangeKind.Deleted, 5),
            ],
            seen);
    }

    [Fact]
    public async Task A_watcher_begins_with_the_present_value()
    {
        await Channel.SetAsync("key", 1);
        await using var changes = Channel.WatchAsync<int>("key").GetAsyncEnumerator();
        Assert.True(await changes.MoveNextAsync());
        Assert.Equal(new ChannelChange<int>(ChannelChangeKind.Set, 1), changes.Current);
    }

    [Fact]
    public async Task A_watched_list_is_what_it_was_at_each_change()
    {
        await using var changes = Channel.WatchAsync<List<int>>("key").GetAsyncEnumerator();
        var first = changes.MoveNextAsync();
        await Channel.AppendAsync("key", 1);
        await Channel.AppendAsync("key", 2);
        Assert.True(await first);
        Assert.Equal([1], changes.Current.Value);
        Assert.True(await changes.MoveNextAsync());
        Assert.Equal([1, 2], changes.Current.Value);
    }

    [Fact]
    public async Task Every_watcher_gets_its_own_changes()
    {
        await using var left = Channel.WatchAsync<int>("key").GetAsyncEnumerator();
        await using var right = Channel.WatchAsync<int>("key").GetAsyncEnumerator();
        var (toLeft, toRight) = (left.MoveNextAsync().AsTask(), right.MoveNextAsync().AsTask());
        await Channel.SetAsync("key", 1);
        Assert.True(await toLeft);
        Assert.True(await toRight);
        Assert.Equal((1, 1), (left.Current.Value, right.Current.Value));
    }

    [Fact]
    public async Task A_watcher_ends_when_its_token_fires()
    {
        using CancellationTokenSource stop = new();
        await using var changes = Channel.WatchAsync<int>("key", stop.Token).GetAsyncEnumerator();
        var waiting = changes.MoveNextAsync();
        Assert.False(waiting.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
    }

    [Fact]
    public async Task A_watcher_of_another_type_is_told()
    {
        await using var changes = Channel.WatchAsync<int>("key").GetAsyncEnumerator();
        var waiting = changes.MoveNextAsync();
        await Channel.SetAsync("key", "text");
        await Assert.ThrowsAsync<ChannelTypeException>(async () => await waiting);
        Assert.Equal("text", await Channel.GetAsync<string>("key"));
    }
}
