using Graflow.Redis.Channels;
using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Channels;

[Collection(SharedServer.Name)]
public sealed class StoredWritesTests(RedisServer server) : TestFleet(server)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private RedisChannel Channel => new(Redis, Cell, "r", epoch: 1);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await new CellRuns(Redis, Cell).StartAsync(new RunStart("r") { Driver = new Driver("d", "d", TimeSpan.FromSeconds(9)), Records = [[1]] }, None);
    }

    [Fact]
    public async Task Writes_of_every_kind_are_applied_in_their_order()
    {
        await Channel.SetAsync("gone", 1);
        await Channel.SetAsync("taken", "first");
        await Commit("a", writer =>
        {
            writer.Set("text", "old");
            writer.Set("text", "new");
            writer.Delete("gone");
            writer.TryAdd("taken", "second");
            writer.TryAdd("free", "mine");
            writer.Increment("count", 40);
            writer.Increment("count", 2);
            writer.Append("list", 7);
            writer.Append("list", 8);
            writer.Set("number", 5);
            writer.Increment("number", 1);
            writer.Set("whole", new List<int> { 1, 2 });
            writer.Append("whole", 3);
        });
        Assert.Equal("new", await Channel.GetAsync<string>("text"));
        Assert.False(await Channel.ExistsAsync("gone"));
        Assert.Equal("first", await Channel.GetAsync<string>("taken"));
        Assert.Equal("mine", await Channel.GetAsync<string>("free"));
        Assert.Equal(42, await Channel.GetAsync<long>("count"));
        Assert.Equal([7, 8], await Channel.GetAsync<List<int>>("list"));
        Assert.Equal(6, await Channel.GetAsync<long>("number"));
        Assert.Equal([1, 2, 3], await Channel.GetAsync<List<int>>("whole"));
    }

    [Fact]
    public async Task A_token_counts_once()
    {
        for (var i = 0; i < 3; i++)
        {
            await Commit("task#1", writer => writer.Increment("count"));
        }

        await Commit("task#2", writer => writer.Increment("count"));
        Assert.Equal(2, await Channel.GetAsync<long>("count"));
    }

    [Fact]
    public async Task A_write_that_does_not_fit_keeps_all_of_them_from_being_applied()
    {
        await Channel.SetAsync("text", "words");
        var error = await Assert.ThrowsAsync<ChannelTypeException>(() => Commit("a", writer =>
        {
            writer.Set("before", 1);
            writer.Increment("count");
            writer.Increment("text");
            writer.Set("after", 1);
        }));
        Assert.Equal(("text", "System.String", "System.Int64"), (error.Key, error.Found, error.Expected));
        Assert.Equal(["text"], await Channel.KeysAsync());

        error = await Assert.ThrowsAsync<ChannelTypeException>(() => Commit("a", writer =>
        {
            writer.Set("fresh", 1.5);
            writer.Append("fresh", 1);
        }));
        Assert.Equal(("fresh", "System.Double", typeof(List<int>).ToString()), (error.Key, error.Found, error.Expected));
        Assert.Equal(["text"], await Channel.KeysAsync());

        // The token was not used up.
        await Commit("a", writer => writer.Set("text", "other"));
        Assert.Equal("other", await Channel.GetAsync<string>("text"));
    }

    [Fact]
    public async Task A_counter_that_would_overflow_is_found_before_anything_is_written_to_the_last_unit()
    {
        await Channel.SetAsync("count", long.MaxValue - 2);
        await Commit("fits", writer =>
        {
            writer.Increment("count");
            writer.Increment("count");
        });
        Assert.Equal(long.MaxValue, await Channel.GetAsync<long>("count"));
        await Assert.ThrowsAsync<OverflowException>(() => Commit("over", writer =>
        {
            writer.Increment("count", -1);
            writer.Increment("count", 2);
        }));
        Assert.Equal(long.MaxValue, await Channel.GetAsync<long>("count"));
        await Assert.ThrowsAsync<OverflowException>(() => Commit("fresh", writer =>
        {
            writer.Delete("count");
            writer.Increment("count", long.MinValue);
            writer.Increment("count", -1);
        }));
        await Commit("anew", writer =>
        {
            writer.Delete("count");
            writer.Increment("count", long.MinValue);
        });
        Assert.Equal(long.MinValue, await Channel.GetAsync<long>("count"));
        Assert.DoesNotContain("scratch", Keys());
    }

    [Fact]
    public async Task Times_to_live_count_from_the_commit_by_the_server_s_clock()
    {
        await Commit("a", writer =>
        {
            writer.Set("short", 1, TimeSpan.FromSeconds(5));
            writer.TryAdd("long", 2, TimeSpan.FromSeconds(9));
        });
        Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["long"], await Channel.KeysAsync());
        Advance(TimeSpan.FromSeconds(4));
        Assert.Empty(await Channel.KeysAsync());
    }

    [Fact]
    public async Task Watchers_see_what_a_commit_changed()
    {
        await using var changes = Channel.WatchAsync<int>("key").GetAsyncEnumerator();
        await Channel.SetAsync("key", 1);
        Assert.True(await changes.MoveNextAsync());
        await Commit("a", writer =>
        {
            writer.Set("key", 2);
            writer.Set("other", 9);
            writer.Set("key", 3);
        });
        Assert.True(await changes.MoveNextAsync());
        Assert.Equal(2, changes.Current.Value);
        Assert.True(await changes.MoveNextAsync());
        Assert.Equal(3, changes.Current.Value);
    }

    [Fact]
    public async Task Who_no_longer_drives_the_run_applies_nothing()
    {
        RedisChannel zombie = new(Redis, Cell, "r", epoch: 0);
        ChannelWriter writer = new();
        writer.Set("key", 1);
        Assert.Equal("r", (await Assert.ThrowsAsync<RunFencedException>(() => zombie.CommitAsync(writer.Writes, "a", None))).RunId);
        Assert.Empty(await Channel.KeysAsync());
    }

    [Fact]
    public async Task Tokens_go_with_the_run()
    {
        await Commit("a", writer => writer.Set("key", 1));
        Assert.Contains("ct:r", Keys());
        CellRuns runs = new(Redis, Cell);
        await runs.EndAsync("r", 1);
        await runs.ReleaseAsync("r", 1, None);
        await new CellTasks(Redis, Cell).SweepAsync(TimeSpan.Zero, 0, 10, None);
        Assert.Equal(["cell"], Keys());
    }

    private async Task Commit(string token, Action<ChannelWriter> write)
    {
        ChannelWriter writer = new();
        write(writer);
        await Channel.CommitAsync(writer.Writes, token, None);
    }
}
