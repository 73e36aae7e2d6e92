using Graflow.Redis.Channels;
using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Runs;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Channels;

[Collection(SharedServer.Name)]
public sealed class ChannelTakeOverTests(RedisServer server) : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly RedisCells Cells = new("any", 4);
    private static readonly string Other = Enumerable.Range(0, 100).Select(static i => $"other-{i}").First(static id => Cells.Of(id) != Cells.Of("r"));

    private RedisConnection _redis = null!;

    public async Task InitializeAsync()
    {
        RedisOptions options = new() { Configuration = server.Address, KeyPrefix = $"take-{Guid.NewGuid():N}", Cells = 4 };
        _redis = await RedisConnection.ConnectAsync(options, new RedisSetup(TimeProvider.System), None);
        foreach (var run in new[] { "r", Other })
        {
            await new CellRuns(_redis, _redis.Cells.Of(run)).StartAsync(new RunStart(run) { Driver = new Driver("d", "d", TimeSpan.FromSeconds(9)), Records = [[1]] }, None);
        }
    }

    public async Task DisposeAsync() => await _redis.DisposeAsync();

    [Fact]
    public async Task A_channel_is_taken_over_into_another_cell_with_all_kinds_of_values_and_their_lives()
    {
        var from = Channel("r");
        await from.SetAsync("text", "some");
        await from.SetAsync("number", 40, TimeSpan.FromHours(1));
        await from.SetAsync<string?>("nothing", null);
        await from.AppendAsync("list", 1);
        await from.AppendAsync("list", 2);
        for (var i = 0; i < 250; i++)
        {
            await from.SetAsync($"many-{i}", i);
        }

        var to = Channel(Other);
        await to.TakeOverAsync("r", None);
        await to.TakeOverAsync("r", None);
        Assert.Equal((await from.KeysAsync()).Order(), (await to.KeysAsync()).Order());
        Assert.Equal(("some", 41L, 249), (await to.GetAsync<string>("text"), await to.IncrementAsync("number"), await to.GetAsync<int>("many-249")));
        Assert.Equal((true, null), (await to.ExistsAsync("nothing"), (await to.TryGetAsync<string?>("nothing")).Value));
        Assert.Equal(3, await to.AppendAsync("list", 3));
        Assert.Equal([1, 2, 3], await to.GetAsync<List<int>>("list"));
        Assert.Equal([1, 2], await from.GetAsync<List<int>>("list"));
        var ends = Assert.Single(_redis.Database.SortedSetRangeByRankWithScores(_redis.Cells.Of(Other).Key($"cx:{Other}")));
        Assert.Equal("number", (string?)ends.Element);
        Assert.InRange(ends.Score - TestFleet.Microseconds(DateTimeOffset.UtcNow), 3_500e6, 3_600e6);
    }

    [Fact]
    public async Task Who_does_not_drive_the_run_takes_nothing_over()
    {
        await Channel("r").SetAsync("text", "some");
        var error = await Assert.ThrowsAsync<RunFencedException>(() => new RedisChannel(_redis, _redis.Cells.Of(Other), Other, epoch: 7).TakeOverAsync("r", None));
        Assert.Equal(Other, error.RunId);
        Assert.Empty(await Channel(Other).KeysAsync());
    }

    private RedisChannel Channel(string run) => new(_redis, _redis.Cells.Of(run), run, epoch: 1);
}
