using System.Collections.Concurrent;
using Graflow.Redis.Connections;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Connections;

public sealed class RedisConnectionTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // What is waited for to run out, though a first connection takes its time on a busy machine.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);

    private readonly RedisServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_call_is_one_round_trip_by_the_scripts_hash()
    {
        await using var redis = await ConnectAsync();
        await redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None);
        var info = (string)redis.Database.Execute("INFO", "commandstats")!;
        Assert.Contains("cmdstat_evalsha:calls=1,", info, StringComparison.Ordinal);
        Assert.DoesNotContain("cmdstat_eval:", info, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_is_the_servers()
    {
        await using var redis = await ConnectAsync();
        var before = ServerTime(redis);
        var read = (long)await redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None);
        Assert.InRange(read, before, ServerTime(redis));
    }

    [Fact]
    public async Task Scripts_that_were_flushed_are_loaded_by_the_call_that_misses_them()
    {
        await using var redis = await ConnectAsync();
        redis.Database.Execute("SCRIPT", "FLUSH");
        Assert.True((long)await redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None) > 0);
    }

    [Fact]
    public async Task No_call_fails_while_scripts_are_flushed_all_the_time()
    {
        await using var redis = await ConnectAsync();
        var admin = _server.Connect();
        using CancellationTokenSource stop = new();
        var flushing = Task.Run(async () =>
        {
            var flushes = 0;
            while (!stop.IsCancellationRequested)
            {
                await admin.GetDatabase().ExecuteAsync("SCRIPT", "FLUSH");
                flushes++;
            }

            return flushes;
        });
        var times = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            List<long> seen = [];
            for (var i = 0; i < 250; i++)
            {
                seen.Add((long)await redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None));
            }

            return seen;
        })));
        await stop.CancelAsync();
        Assert.Equal(2000, times.Sum(seen => seen.Count));
        Assert.All(times, seen => Assert.Equal(seen.Order(), seen));
        Assert.True(await flushing > 0);
    }

    [Fact]
    public async Task Listeners_hear_what_is_published_until_they_leave()
    {
        await using var redis = await ConnectAsync();
        BlockingCollection<string?> first = [], second = [];
        var left = await redis.ListenAsync("news", first.Add, CancellationToken.None);
        await using var stays = await redis.ListenAsync("news", second.Add, CancellationToken.None);
        Assert.Equal(1, (int)redis.Database.Execute("PUBLISH", "news", "a"));
        Assert.Equal(("a", "a"), (Take(first), Take(second)));
        await left.DisposeAsync();
        redis.Database.Execute("PUBLISH", "news", "b");
        Assert.Equal("b", Take(second));
        Assert.Empty(first);
        await stays.DisposeAsync();
        Assert.Equal(0, (int)redis.Database.Execute("PUBLISH", "news", "c"));
    }

    [Fact]
    public async Task After_a_crash_of_the_server_listeners_are_told_that_they_may_have_missed_something_and_hear_again()
    {
        await using var redis = await ConnectAsync(Short);
        BlockingCollection<string?> heard = [];
        await using var listener = await redis.ListenAsync("news", heard.Add, CancellationToken.None);
        _server.Kill();
        await Assert.ThrowsAsync<RedisUnavailableException>(() => redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None));
        _server.Start();
        Assert.Null(Take(heard));
        var other = _server.Connect();
        string? message = null;
        var restarted = TimeProvider.System.GetTimestamp();
        while (message is null)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(restarted) < Limit);
            await other.GetDatabase().ExecuteAsync("PUBLISH", "news", "back");
            _ = heard.TryTake(out message, TimeSpan.FromMilliseconds(20));
        }

        Assert.Equal("back", message);
    }

    [Fact]
    public async Task A_full_server_is_an_error_that_says_so()
    {
        await using var redis = await ConnectAsync();
        redis.Database.Execute("CONFIG", "SET", "maxmemory", "1");
        var error = await Assert.ThrowsAsync<RedisFullException>(() => redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None));
        Assert.Equal(_server.Address, error.Server);
    }

    [Fact]
    public async Task A_server_that_stalls_fails_calls_in_time_and_serves_later_ones()
    {
        await using var redis = await ConnectAsync(Short);
        var admin = _server.Connect();
        admin.GetDatabase().Execute("CLIENT", "PAUSE", "60000", "WRITE");
        var error = await Assert.ThrowsAsync<RedisUnavailableException>(() => redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None));
        Assert.Contains("has not answered in time", error.Message, StringComparison.Ordinal);
        admin.GetDatabase().Execute("CLIENT", "UNPAUSE");
        Assert.True((long)await redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None) > 0);
    }

    [Fact]
    public async Task A_connection_that_is_open_and_answers_nothing_is_replaced()
    {
        await using SilentProxy proxy = new(_server.Port);
        await using var redis = await RedisConnection.ConnectAsync(new() { Configuration = proxy.Address, CommandTimeout = Short }, new RedisSetup(TimeProvider.System), CancellationToken.None);
        BlockingCollection<string?> heard = [];
        await using var listener = await redis.ListenAsync("news", heard.Add, CancellationToken.None);
        proxy.SilenceOpenConnections();
        Assert.Null(Take(heard));
        // A machine with too much to do may be too slow for the first one, too.
        Assert.InRange(redis.Replacements, 1, 20);
        Assert.True((long)await redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None) > 0);
        redis.Database.Execute("PUBLISH", "news", "again");
        Assert.Equal("again", Take(heard));
    }

    [Fact]
    public async Task A_connection_that_answers_nothing_from_the_first_is_tried_anew()
    {
        await using SilentProxy proxy = new(_server.Port) { IsSilentAtFirst = true };
        ManualTimeProvider clock = new();
        // The client library's own next attempt is five minutes away.
        var connecting = RedisConnection.ConnectAsync(new() { Configuration = proxy.Address, CommandTimeout = TimeSpan.FromMinutes(5) }, new RedisSetup(clock), CancellationToken.None);
        await proxy.WhenSilencedAsync().OrHang();
        proxy.IsSilentAtFirst = false;
        Assert.False(connecting.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(4));
        await using var redis = await connecting.OrHang();
        Assert.True((long)await redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None) > 0);
    }

    [Fact]
    public async Task A_connection_whose_other_end_reads_nothing_any_more_is_replaced_and_the_next_one_too()
    {
        await using SilentProxy proxy = new(_server.Port);
        await using var redis = await RedisConnection.ConnectAsync(new() { Configuration = proxy.Address, CommandTimeout = Short }, new RedisSetup(TimeProvider.System), CancellationToken.None);
        BlockingCollection<string?> heard = [];
        await using var listener = await redis.ListenAsync("news", heard.Add, CancellationToken.None);
        // Of a size that the client library gathers before it sends it, and more than the system holds.
        StackExchange.Redis.RedisValue[] large = [new byte[3_000]];
        for (var i = 0; i < 2; i++)
        {
            var before = redis.Replacements;
            proxy.StopReading();
            var calls = Enumerable.Range(0, 8_000).Select(_ => redis.CallAsync("time", redis.Cells.All[0], large, CancellationToken.None)).ToList();
            while (redis.Replacements == before)
            {
                Assert.Null(Take(heard));
            }

            await Task.WhenAll(calls).ContinueWith(static _ => { }, TaskScheduler.Default).OrHang();
            Assert.Contains(calls, static call => call.Exception?.InnerException is RedisUnavailableException);
        }

        Assert.True((long)await redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None) > 0);
    }

    [Fact]
    public async Task The_last_call_of_a_connection_runs_once_though_it_is_closed_as_soon_as_the_answer_is_there()
    {
        for (var i = 0; i < 300; i++)
        {
            await using var redis = await ConnectAsync();
            await redis.CallAsync("time", redis.Cells.All[0], [], CancellationToken.None);
        }

        Assert.Contains("cmdstat_evalsha:calls=300,", _server.Command("INFO", "commandstats"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_answers_nothing_is_closed_when_a_command_would_have_failed()
    {
        await using SilentProxy proxy = new(_server.Port);
        ManualTimeProvider clock = new();
        var redis = await RedisConnection.ConnectAsync(new() { Configuration = proxy.Address, CommandTimeout = TimeSpan.FromMinutes(5) }, new RedisSetup(clock), CancellationToken.None);
        proxy.SwallowAnswers();
        var closing = redis.DisposeAsync().AsTask();
        await proxy.WhenSilencedAsync().OrHang();
        Assert.False(closing.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(5));
        await closing.OrHang();
    }

    [Fact]
    public async Task A_call_can_be_given_up()
    {
        await using var redis = await ConnectAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => redis.CallAsync("time", redis.Cells.All[0], [], new CancellationToken(canceled: true)));
    }

    private static string? Take(BlockingCollection<string?> messages) =>
        messages.TryTake(out var message, Limit) ? message : throw new TimeoutException("Nothing was heard.");

    private static long ServerTime(RedisConnection redis)
    {
        var time = (string[])redis.Database.Execute("TIME")!;
        return (long.Parse(time[0], System.Globalization.CultureInfo.InvariantCulture) * 1_000_000) + long.Parse(time[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Who_blocks_after_an_answer_holds_up_no_other()
    {
        await using var redis = await ConnectAsync(TimeSpan.FromMinutes(5));
        var cell = redis.Cells.All[0];
        await Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await redis.CallAsync("time", cell, [], CancellationToken.None).ConfigureAwait(false);
                // On the thread that brought the answer.
                redis.CallAsync("time", cell, [], CancellationToken.None).OrHang().GetAwaiter().GetResult();
            }
        });
    }

    private Task<RedisConnection> ConnectAsync(TimeSpan? timeout = null) =>
        RedisConnection.ConnectAsync(new() { Configuration = _server.Address, CommandTimeout = timeout ?? TimeSpan.FromSeconds(10) }, new RedisSetup(TimeProvider.System), CancellationToken.None);
}
