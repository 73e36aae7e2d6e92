using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Connections;

/// <summary>No command goes to a server that nobody has looked at.</summary>
public sealed class CellGuardsTests
{
    private static readonly RedisCell First = new RedisCells("gf", 2).All[0];
    private static readonly RedisCell Second = new RedisCells("gf", 2).All[1];

    [Fact]
    public async Task A_cell_passes_once_its_server_was_looked_at_until_the_way_there_changes()
    {
        List<RedisCell> looked = [];
        CellGuards guards = new(2, cell =>
        {
            looked.Add(cell);
            return Task.CompletedTask;
        });
        Assert.False(guards.Passes(First));
        await guards.PassAsync(First);
        Assert.Equal((true, false), (guards.Passes(First), guards.Passes(Second)));
        guards.Renew();
        Assert.False(guards.Passes(First));
        guards.PassAll();
        Assert.Equal((true, true), (guards.Passes(First), guards.Passes(Second)));
        Assert.Equal([First], looked);
    }

    [Fact]
    public async Task Those_who_come_at_once_wait_for_one_look_and_one_that_fails_is_made_again()
    {
        TaskCompletionSource first = new();
        Queue<Task> looks = new([first.Task, Task.CompletedTask]);
        CellGuards guards = new(2, _ => looks.Dequeue());
        Task[] waiting = [guards.PassAsync(First), guards.PassAsync(First)];
        first.SetException(new TimeoutException());
        foreach (var wait in waiting)
        {
            await Assert.ThrowsAsync<TimeoutException>(() => wait.OrHang());
        }

        Assert.False(guards.Passes(First));
        await guards.PassAsync(First).OrHang();
        Assert.True(guards.Passes(First));
    }

    [Fact]
    public async Task A_look_at_what_is_there_no_longer_lets_nothing_pass()
    {
        TaskCompletionSource look = new();
        CellGuards guards = new(2, _ => look.Task);
        var waiting = guards.PassAsync(First);
        guards.Renew();
        look.SetResult();
        await waiting.OrHang();
        Assert.False(guards.Passes(First));
    }

    [Fact]
    public async Task A_server_that_came_back_with_another_policy_gets_no_command_until_it_is_mended()
    {
        using RedisServer server = new();
        await using var redis = await ConnectAsync(server.Address);
        await redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None);
        server.Kill();
        await Assert.ThrowsAsync<RedisUnavailableException>(() => redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None));
        server.Start();
        server.Command("config", "set", "maxmemory-policy", "allkeys-lru");
        Assert.Equal("allkeys-lru", (await RefusedAsync(redis, redis.Cells.All[0])).Found);
        Assert.DoesNotContain("evalsha", server.Command("info", "commandstats"), StringComparison.Ordinal);
        server.Command("config", "set", "maxmemory-policy", "noeviction");
        Assert.True((long)await redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None) > 0);
    }

    [Fact]
    public async Task A_connection_that_takes_the_place_of_a_silent_one_is_guarded_too()
    {
        using RedisServer server = new();
        await using SilentProxy proxy = new(server.Port);
        await using var redis = await ConnectAsync(proxy.Address);
        server.Command("config", "set", "maxmemory-policy", "allkeys-lru");
        Assert.True((long)await redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None) > 0);
        proxy.SilenceOpenConnections();
        await Until.TrueAsync(() => redis.Replacements > 0);
        Assert.Equal("allkeys-lru", (await RefusedAsync(redis, redis.Cells.All[0])).Found);
    }

    [Fact]
    public async Task A_master_that_was_not_there_at_the_start_is_looked_at_before_its_first_command()
    {
        using RedisCluster cluster = new();
        var late = cluster.Servers[2];
        late.Kill();
        await using var redis = await ConnectAsync(cluster.Address, cells: 12);
        late.Start();
        late.Command("config", "set", "maxmemory-policy", "allkeys-lru");
        var refused = 0;
        foreach (var cell in redis.Cells.All)
        {
            refused += await IsRefusedAsync(redis, cell) ? 1 : 0;
        }

        Assert.InRange(refused, 1, 11);
        Assert.DoesNotContain("evalsha", late.Command("info", "commandstats"), StringComparison.Ordinal);
    }

    private static Task<RedisConnection> ConnectAsync(string address, int cells = 1) =>
        RedisConnection.ConnectAsync(new() { Configuration = address, Cells = cells, CommandTimeout = TimeSpan.FromSeconds(4) }, new RedisSetup(TimeProvider.System), CancellationToken.None);

    private static async Task<RedisGuardException> RefusedAsync(RedisConnection redis, RedisCell cell)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1), TimeProvider.System);
        while (true)
        {
            try
            {
                await redis.CallAsync("time", cell, [], limit.Token);
                throw new InvalidOperationException("The call was sent.");
            }
            catch (RedisUnavailableException)
            {
                // It is not back yet.
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
            }
            catch (RedisGuardException refused)
            {
                return refused;
            }
        }
    }

    private static async Task<bool> IsRefusedAsync(RedisConnection redis, RedisCell cell)
    {
        try
        {
            await RefusedAsync(redis, cell);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
