using Graflow.Channels;
using Xunit;

namespace Graflow.Tests.Channels;

public sealed class MemoryChannelTests : ChannelContract
{
    private readonly List<ChannelChange> _hooked = [];
    private readonly MemoryChannel _channel;

    public MemoryChannelTests()
    {
        _channel = new MemoryChannel(Clock);
    }

    protected override IChannel Channel => _channel;

    [Fact]
    public void Every_call_completes_synchronously()
    {
        Assert.True(_channel.SetAsync("key", 1).AsTask().IsCompletedSuccessfully);
        Assert.True(_channel.GetAsync("key", 1).AsTask().IsCompletedSuccessfully);
        Assert.True(_channel.GetAsync<int>("key").AsTask().IsCompletedSuccessfully);
        Assert.True(_channel.UpdateAsync<int>("key", n => n).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Nobody_waits_for_a_long_update()
    {
        using ManualResetEventSlim inside = new(), leave = new();
        var update = Task.Run(() => _channel.UpdateAsync<int>("key", n =>
        {
            inside.Set();
            leave.Wait();
            return n + 1;
        }).AsTask());
        inside.Wait();
        await _channel.SetAsync("key", 10);
        await _channel.SetAsync("other", 1);
        leave.Set();
        Assert.Equal(11, await update);
    }

    [Fact]
    public async Task Expired_keys_are_removed_and_reported_without_a_call()
    {
        Hook();
        await _channel.SetAsync("b", 1, TimeSpan.FromSeconds(2));
        await _channel.SetAsync("a", 1, TimeSpan.FromSeconds(1));
        _hooked.Clear();
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([new ChannelChange("a", ChannelChangeKind.Expired)], _hooked);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new ChannelChange("b", ChannelChangeKind.Expired), _hooked[^1]);
        Assert.Equal(0, Clock.ArmedTimers);
    }

    [Fact]
    public async Task No_timer_is_left_for_a_key_that_no_longer_expires()
    {
        await _channel.SetAsync("key", 1, TimeSpan.FromSeconds(1));
        Assert.Equal(1, Clock.ArmedTimers);
        await _channel.SetAsync("key", 1);
        Assert.Equal(0, Clock.ArmedTimers);
    }

    [Fact]
    public async Task The_hook_is_told_key_and_kind_of_every_change()
    {
        Hook();
        await _channel.SetAsync("a", 1);
        await _channel.AppendAsync("b", 1);
        await _channel.DeleteAsync("a");
        await _channel.DeleteAsync("a");
        await _channel.ClearAsync();
        Assert.Equal(
            [new("a", ChannelChangeKind.Set), new("b", ChannelChangeKind.Set), new("a", ChannelChangeKind.Deleted), new("b", ChannelChangeKind.Deleted)],
            _hooked);
    }

    [Fact]
    public async Task Watchers_end_with_the_channel_after_what_there_was()
    {
        await using var changes = _channel.WatchAsync<int>("key").GetAsyncEnumerator();
        var first = changes.MoveNextAsync();
        await _channel.SetAsync("key", 1, TimeSpan.FromSeconds(1));
        _channel.Complete();
        Assert.True(await first);
        Assert.False(await changes.MoveNextAsync());
        Assert.Equal(0, Clock.ArmedTimers);

        await using var late = _channel.WatchAsync<int>("key").GetAsyncEnumerator();
        Assert.True(await late.MoveNextAsync());
        Assert.False(await late.MoveNextAsync());
    }

    [Fact]
    public async Task A_watcher_that_left_is_forgotten()
    {
        await _channel.SetAsync("key", 1);
        await foreach (var change in _channel.WatchAsync<int>("key"))
        {
            Assert.Equal(1, change.Value);
            Assert.Equal(1, _channel.WatcherCount);
            break;
        }

        Assert.Equal(0, _channel.WatcherCount);
    }

    [Fact]
    public async Task Recorded_writes_are_applied_together_in_their_order()
    {
        await _channel.SetAsync("gone", 1);
        await _channel.SetAsync("kept", 1);
        ChannelWriter writer = new();
        writer.Set("count", 1, TimeSpan.FromSeconds(1));
        writer.Increment("count", 4);
        writer.Append("list", "a");
        writer.Append("list", "b");
        writer.Delete("gone");
        writer.TryAdd("kept", 2);
        writer.TryAdd("gone", 2);
        Assert.Empty(await _channel.GetAsync("list", new List<string>()));
        Hook();
        _channel.Commit(writer.Writes);

        Assert.Equal(5, await _channel.GetAsync<int>("count"));
        Assert.Equal(["a", "b"], await _channel.GetAsync<List<string>>("list"));
        Assert.Equal((1, 2), (await _channel.GetAsync<int>("kept"), await _channel.GetAsync<int>("gone")));
        Assert.Equal(["count", "count", "list", "list", "gone", "gone"], _hooked.Select(change => change.Key));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await _channel.ExistsAsync("count"));
    }

    [Fact]
    public async Task If_one_recorded_write_cannot_be_applied_none_is()
    {
        await _channel.AppendAsync("list", 1);
        await _channel.SetAsync("text", "text");
        ChannelWriter writer = new();
        writer.Set("new", 1);
        writer.Append("list", 2);
        writer.Increment("text");
        Assert.Throws<ChannelTypeException>(() => _channel.Commit(writer.Writes));
        Assert.False(await _channel.ExistsAsync("new"));
        Assert.Equal([1], await _channel.GetAsync<List<int>>("list"));
        Assert.Equal(2, await _channel.AppendAsync("list", 3));
        Assert.Equal([1, 3], await _channel.GetAsync<List<int>>("list"));
    }

    [Fact]
    public void A_writer_refuses_what_a_channel_refuses()
    {
        ChannelWriter writer = new();
        Assert.ThrowsAny<ArgumentException>(() => writer.Set("", 1));
        Assert.ThrowsAny<ArgumentException>(() => writer.Delete(""));
        Assert.ThrowsAny<ArgumentException>(() => writer.Increment(""));
        Assert.ThrowsAny<ArgumentException>(() => writer.Append("", 1));
        Assert.ThrowsAny<ArgumentException>(() => writer.TryAdd("key", 1, TimeSpan.Zero));
        Assert.Empty(writer.Writes);
    }

    private void Hook() => _channel.Changed = _hooked.Add;
}
