using Graflow.Channels;
using Xunit;

namespace Graflow.Tests.Channels;

/// <summary>The channel as a body in another process has it, over the bytes that would travel.</summary>
public sealed class RemoteChannelTests : ChannelContract
{
    private readonly MemoryChannel _local;
    private readonly FencedChannel _fence;
    private readonly RemoteChannel _channel;

    public RemoteChannelTests()
    {
        _local = new MemoryChannel(Clock);
        _fence = new FencedChannel(_local);
        _channel = new RemoteChannel(new ChannelServer(_fence));
    }

    protected override IChannel Channel => _channel;

    [Fact]
    public async Task What_a_worker_stored_is_read_in_the_runs_process_as_the_same_type_alone()
    {
        await _channel.SetAsync("name", "Ada");
        await _channel.SetAsync("pair", (1, "a"));
        Assert.Equal("Ada", await _local.GetAsync<string>("name"));
        Assert.Equal((1, "a"), await _local.GetAsync<(int, string)>("pair"));
        var error = await Assert.ThrowsAsync<ChannelTypeException>(async () => await _local.GetAsync<int>("name"));
        Assert.Equal(("System.String", "System.Int32"), (error.Found, error.Expected));
        Assert.Contains("'name' holds System.String, not System.Int32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_runs_process_stored_is_read_by_a_worker()
    {
        await _local.SetAsync("name", "Ada");
        await _local.AppendAsync("list", 1);
        await _local.SetAsync<string?>("null", null);
        Assert.Equal("Ada", await _channel.GetAsync<string>("name"));
        Assert.Equal([1], await _channel.GetAsync<List<int>>("list"));
        Assert.Null(await _channel.GetAsync<string?>("null", "default"));
        await Assert.ThrowsAsync<ChannelTypeException>(async () => await _channel.GetAsync<string>("list"));
    }

    [Fact]
    public async Task Numbers_of_one_side_are_numbers_of_the_other()
    {
        await _channel.SetAsync("int", 40);
        await _local.SetAsync<int?>("maybe", 5);
        Assert.Equal(41, await _local.IncrementAsync("int"));
        Assert.Equal(42, await _channel.IncrementAsync("int"));
        Assert.Equal((42, 42L), (await _local.GetAsync<int>("int"), await _local.GetAsync<long>("int")));
        Assert.Equal((5, (int?)5), (await _channel.GetAsync<int>("maybe"), await _channel.GetAsync<int?>("maybe")));
        await _channel.SetAsync("large", long.MaxValue);
        await Assert.ThrowsAsync<ChannelTypeException>(async () => await _local.GetAsync<int>("large"));
    }

    [Fact]
    public async Task A_list_grows_from_both_sides_whoever_began()
    {
        foreach (var (first, second) in new (IChannel, IChannel)[] { (_local, _channel), (_channel, _local) })
        {
            Assert.Equal(1, await first.AppendAsync("list", 1));
            Assert.Equal(2, await second.AppendAsync("list", 2));
            Assert.Equal(3, await first.AppendAsync("list", 3));
            Assert.Equal([1, 2, 3], await first.GetAsync<List<int>>("list"));
            Assert.Equal([1, 2, 3], await second.GetAsync<List<int>>("list"));
            await first.SetAsync("list", new List<int> { 7 });
            Assert.Equal(2, await second.AppendAsync("list", 8));
            Assert.Equal([7, 8], await first.GetAsync<List<int>>("list"));
            await Assert.ThrowsAsync<ChannelTypeException>(async () => await second.AppendAsync("list", "text"));
            await first.ClearAsync();
        }
    }

    [Fact]
    public async Task A_list_that_was_read_stays_what_it_was_while_a_worker_appends()
    {
        await _channel.AppendAsync("list", 1);
        await using var changes = _local.WatchAsync<List<int>>("list").GetAsyncEnumerator();
        Assert.True(await changes.MoveNextAsync());
        await _channel.AppendAsync("list", 2);
        await _channel.AppendAsync("list", 3);
        Assert.Equal([1], changes.Current.Value);
        Assert.True(await changes.MoveNextAsync());
        Assert.Equal([1, 2], changes.Current.Value);
    }

    [Fact]
    public async Task An_append_that_was_given_up_leaves_nothing_behind()
    {
        await _channel.AppendAsync("list", 1);
        await _channel.SetAsync("text", "text");
        ChannelWrite[] writes = [new AppendWrite<ChannelPayload>("list", new ChannelPayload(PayloadListCell.ElementOf(2))), new IncrementWrite("text", 1)];
        Assert.Throws<ChannelTypeException>(() => _local.Commit(writes));
        Assert.Equal([1], await _channel.GetAsync<List<int>>("list"));
        Assert.Equal(2, await _channel.AppendAsync("list", 3));
        Assert.Equal(3, await _channel.AppendAsync("list", 4));
        Assert.Equal([1, 3, 4], await _channel.GetAsync<List<int>>("list"));
    }

    [Fact]
    public async Task A_value_without_a_codec_is_refused_where_it_stands_and_changes_nothing()
    {
        var error = await Assert.ThrowsAsync<NotSerializableException>(async () => await _channel.SetAsync("key", new Version[1]));
        Assert.Equal("GRF201", error.Id);
        Assert.Contains("Version[] cannot leave this process", error.Message, StringComparison.Ordinal);
        Assert.False(await _local.ExistsAsync("key"));
        await _local.SetAsync("key", new Version[1]);
        var other = await Assert.ThrowsAsync<NotSerializableException>(async () => await _channel.GetAsync<int>("key"));
        Assert.Equal(error.Message, other.Message);
    }

    [Fact]
    public async Task Once_the_attempt_is_over_every_call_says_so_in_the_same_words()
    {
        await _channel.SetAsync("key", 1);
        await using var changes = _channel.WatchAsync<int>("key").GetAsyncEnumerator();
        Assert.True(await changes.MoveNextAsync());
        var waiting = changes.MoveNextAsync();
        _fence.Close("Orders.Fetch, attempt 1");
        var error = await Assert.ThrowsAsync<AttemptEndedException>(async () => await _channel.SetAsync("key", 2));
        Assert.Equal("Orders.Fetch, attempt 1", error.Reason);
        Assert.Equal(new AttemptEndedException("Orders.Fetch, attempt 1").Message, error.Message);
        await Assert.ThrowsAsync<AttemptEndedException>(async () => await _channel.UpdateAsync<int>("key", n => n + 1));
        await Assert.ThrowsAsync<AttemptEndedException>(async () => await _channel.KeysAsync());
        await Assert.ThrowsAsync<AttemptEndedException>(async () => await waiting);
        Assert.Equal(1, await _local.GetAsync<int>("key"));
    }

    [Fact]
    public async Task An_update_that_is_overtaken_tells_no_watcher()
    {
        await _local.SetAsync("key", 1);
        List<int> told = [];
        _local.Changed = change => told.Add(change.Key.Length);
        var isFirst = true;
        await _channel.UpdateAsync<int>("key", n =>
        {
            if (isFirst)
            {
                isFirst = false;
                _ = _local.SetAsync("key", 10).AsTask();
            }

            return n + 1;
        });
        Assert.Equal(2, told.Count);
        Assert.Equal(11, await _local.GetAsync<int>("key"));
    }

    [Fact]
    public async Task A_key_that_was_removed_and_set_again_is_not_the_one_that_was_read()
    {
        await _local.SetAsync("key", 1);
        List<int> seen = [];
        await _channel.UpdateAsync<int>("key", n =>
        {
            seen.Add(n);
            if (seen.Count == 1)
            {
                _ = _local.DeleteAsync("key").AsTask();
                _ = _local.SetAsync("key", 1).AsTask();
            }

            return n + 1;
        });
        Assert.Equal([1, 1], seen);
        Assert.Equal(2, await _local.GetAsync<int>("key"));
    }
}
