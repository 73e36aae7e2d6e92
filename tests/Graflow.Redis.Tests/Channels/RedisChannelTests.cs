using Graflow.Redis.Channels;
using Graflow.Redis.Connections;
using Graflow.Redis.Runs;
using Graflow.Redis.Scripts;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Channels;
using Xunit;

namespace Graflow.Redis.Tests.Channels;

/// <summary>The contract, and what is of Redis alone. The server's clock is the contract's, told before each call.</summary>
[Collection(SharedServer.Name)]
public sealed class RedisChannelTests(RedisServer server) : ChannelContract, IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private RedisConnection _redis = null!;
    private RedisChannel _channel = null!;

    protected override IChannel Channel
    {
        get
        {
            _ = _redis.Database.StringSetAsync(TestFleet.ClockKey(_redis.Cells.All[0]), TestFleet.Microseconds(Clock.GetUtcNow()));
            return _channel;
        }
    }

    public async Task InitializeAsync()
    {
        RedisOptions options = new() { Configuration = server.Address, KeyPrefix = $"channel-{Guid.NewGuid():N}" };
        _redis = await RedisConnection.ConnectAsync(options, new RedisSetup(TimeProvider.System) { Scripts = new ScriptLibrary(TestFleet.ManualClock) }, None);
        _channel = new RedisChannel(_redis, _redis.Cells.All[0], "r/1");
        _ = Channel;
        await new CellRuns(_redis, _redis.Cells.All[0]).StartAsync(new RunStart("r/1") { Driver = new Driver("d", "d", TimeSpan.FromSeconds(9)), Records = [[1]] }, None);
    }

    public async Task DisposeAsync() => await _redis.DisposeAsync();

    [Fact]
    public async Task Another_process_sees_the_same_channel()
    {
        await using var other = await RedisConnection.ConnectAsync(
            new RedisOptions { Configuration = server.Address, KeyPrefix = _redis.Cells.All[0].Prefix[1..^4] },
            new RedisSetup(TimeProvider.System) { Scripts = new ScriptLibrary(TestFleet.ManualClock) },
            None);
        RedisChannel there = new(other, other.Cells.All[0], "r/1");
        await Channel.SetAsync("key", 40);
        Assert.Equal(41, await there.IncrementAsync("key"));
        await there.AppendAsync("list", 1);
        Assert.Equal(2, await Channel.AppendAsync("list", 2));
        Assert.Equal([1, 2], await there.GetAsync<List<int>>("list"));
        Assert.Equal(41, await Channel.GetAsync<int>("key"));
    }

    [Fact]
    public async Task A_list_that_was_stored_whole_grows_by_its_elements_alone()
    {
        await Channel.SetAsync("list", Enumerable.Range(0, 300).ToList());
        Assert.Equal(301, await Channel.AppendAsync("list", 300));
        Assert.Equal(302, await Channel.AppendAsync("list", 301));
        Assert.Equal(Enumerable.Range(0, 302), await Channel.GetAsync<List<int>>("list"));
        Assert.Equal(302 * sizeof(int), (int)_redis.Database.Execute("STRLEN", _redis.Cells.All[0].Key("cl:r%2F1/list")));
    }

    [Fact]
    public async Task Changes_are_kept_only_while_somebody_watches()
    {
        await Channel.SetAsync("key", 1);
        Assert.False(_redis.Database.KeyExists(_redis.Cells.All[0].Key("cs:r%2F1")));
        await foreach (var _ in Channel.WatchAsync<int>("key"))
        {
            await Channel.SetAsync("key", 2);
            Assert.True(_redis.Database.KeyExists(_redis.Cells.All[0].Key("cs:r%2F1")));
            break;
        }

        Assert.False(_redis.Database.KeyExists(_redis.Cells.All[0].Key("cs:r%2F1")));
        Assert.False(_redis.Database.KeyExists(_redis.Cells.All[0].Key("cw:r%2F1")));
    }

    [Fact]
    public async Task Watchers_end_with_the_run_after_what_there_was()
    {
        await using var changes = Channel.WatchAsync<int>("key").GetAsyncEnumerator();
        var first = changes.MoveNextAsync();
        await Channel.SetAsync("key", 1);
        await new CellRuns(_redis, _redis.Cells.All[0]).EndAsync("r/1", 1);
        Assert.True(await first);
        Assert.False(await changes.MoveNextAsync());
    }

    [Fact]
    public async Task A_value_that_is_too_large_is_refused_and_named()
    {
        var error = await Assert.ThrowsAsync<PayloadTooLargeException>(async () => await Channel.SetAsync("key", new string('x', PayloadSize.Largest)));
        Assert.Contains("the channel's key 'key'", error.Message, StringComparison.Ordinal);
        Assert.False(await Channel.ExistsAsync("key"));
    }

    [Fact]
    public async Task Who_writes_to_a_run_that_is_gone_is_told_and_leaves_nothing()
    {
        RedisChannel stray = new(_redis, _redis.Cells.All[0], "gone");
        Assert.Equal("gone", (await Assert.ThrowsAsync<RunNotFoundException>(async () => await stray.SetAsync("key", 1))).RunId);
        await Assert.ThrowsAsync<RunNotFoundException>(async () => await stray.AppendAsync("key", 1));
        await Assert.ThrowsAsync<RunNotFoundException>(async () => await stray.IncrementAsync("key"));
        await Assert.ThrowsAsync<RunNotFoundException>(async () => await stray.TryAddAsync("key", 1));
        Assert.Empty((string[])_redis.Database.Execute("KEYS", $"*{_redis.Cells.All[0].Prefix[1..^4]}*:gone*")!);
    }

    [Fact]
    public async Task The_channel_goes_with_its_run()
    {
        await Channel.SetAsync("key", 1, TimeSpan.FromHours(1));
        await Channel.AppendAsync("list", 1);
        CellRuns runs = new(_redis, _redis.Cells.All[0]);
        await runs.EndAsync("r/1", 1);
        await runs.ReleaseAsync("r/1", 1, None);
        Assert.Equal(1, await new CellTasks(_redis, _redis.Cells.All[0]).SweepAsync(TimeSpan.Zero, 0, 10, None));
        var left = (string[])_redis.Database.Execute("KEYS", $"*{_redis.Cells.All[0].Prefix[1..^4]}*")!;
        Assert.Equal(["cell", "cells", "test-clock"], left.Select(key => key[_redis.Cells.All[0].Prefix.Length..]).Order());
    }
}
