using Graflow.Redis.Connections;
using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Runs;

/// <summary>What a driver finds of the one before it, and what becomes of the one before it.</summary>
public sealed class TakeOverTests(RedisServer server) : DriverTests(server)
{
    [Fact]
    public async Task A_new_driver_finds_what_ended_and_waits_for_what_runs_without_a_second_delivery()
    {
        Submit("ended");
        Submit("running");
        Submit("waiting");
        await Journal.FlushAsync(None);
        var claimed = await Claim(2);
        await Finish(claimed[0], "before");
        Advance(Lease);
        await using RedisRunStore store = new(Fleet);
        await using var heir = (RedisJournal)await store.OpenAsync("r", None);
        TestTask ended = new("ended"), running = new("running"), waiting = new("waiting");
        heir.Queue.Submit(ended);
        heir.Queue.Submit(running);
        heir.Queue.Submit(waiting);
        Assert.Equal("before", await ended.End.OrHang());
        await heir.FlushAsync(None);
        await Finish(claimed[1], "meanwhile");
        Assert.Equal("meanwhile", await running.End.OrHang());
        var last = Assert.Single(await Claim(5));
        Assert.Equal(("waiting", 1), (last.Path, last.Delivery));
        await Finish(last, "after");
        Assert.Equal("after", await waiting.End.OrHang());
    }

    [Fact]
    public async Task What_ends_between_the_taking_of_a_run_and_its_submission_is_not_run_again()
    {
        Submit("a");
        Submit("b");
        var claimed = await Claim(2);
        Advance(Lease);
        await using RedisRunStore store = new(Fleet);
        await using var heir = (RedisJournal)await store.OpenAsync("r", None);
        // The heir has not looked since, and hears nothing of the first.
        AddOutcome("a", 1, "unheard");
        Raw.HashDelete(Cell.Key("t:r"), "a");
        await Finish(claimed[1], "heard");
        await heir.FlushAsync(None);
        TestTask a = new("a"), b = new("b");
        heir.Queue.Submit(a);
        heir.Queue.Submit(b);
        await heir.FlushAsync(None);
        Assert.Equal("unheard", await a.End.OrHang());
        Assert.Equal("heard", await b.End.OrHang());
        Assert.Empty(await Claim(5));
    }

    [Fact]
    public async Task Who_lost_its_run_is_told_and_nobody_waits_any_more()
    {
        var waiting = Submit("a");
        await Journal.FlushAsync(None);
        Advance(Lease);
        await using RedisRunStore store = new(Fleet);
        await using var heir = await store.OpenAsync("r", None);
        var error = await Assert.ThrowsAsync<RunLogException>(() => waiting.End.OrHang());
        Assert.Equal("r", Assert.IsType<RunFencedException>(error.InnerException).RunId);
        Assert.Same(error, Journal.Failure);
        var late = new TestTask("late");
        Journal.Queue.Submit(late);
        Assert.Same(error, await Assert.ThrowsAsync<RunLogException>(() => late.End.OrHang()));
        Assert.Null(heir.Failure);
    }

    [Fact]
    public async Task A_driver_that_everybody_thought_dead_is_told_by_its_heart_before_anybody_has_its_run()
    {
        Advance(Lease);
        Assert.Equal(["r"], (await Tasks.ReapAsync(10, None)).Runs);
        await Fleet.Heart.BeatAsync();
        Assert.IsType<RunFencedException>(Journal.Failure!.InnerException);
        Assert.Null(Raw.SortedSetScore(Cell.Key("drive"), "r"));
    }

    [Fact]
    public async Task Everything_gone_ends_the_waiting_with_an_error_that_says_so()
    {
        using RedisServer own = new();
        await using RedisFleet fleet = new(new() { Configuration = own.Address }, new RedisSetup(TimeProvider.System));
        await using RedisRunStore store = new(fleet);
        var journal = (RedisJournal)(await store.TryCreateAsync("r", None))!;
        journal.Append([1]);
        TestTask task = new("a");
        journal.Queue.Submit(task);
        await journal.FlushAsync(None);
        fleet.Connection!.Database.Execute("FLUSHALL");
        var error = await Assert.ThrowsAsync<RunLogException>(() => task.End.OrHang());
        Assert.Equal("r", Assert.IsType<RunNotFoundException>(error.InnerException).RunId);
        await journal.DisposeAsync();
        Assert.Empty(await store.ListAsync(None));
    }

    [Fact]
    public async Task A_redis_that_stays_away_ends_the_waiting_after_the_lease()
    {
        using RedisServer own = new();
        RedisOptions options = new() { Configuration = own.Address, CommandTimeout = TimeSpan.FromSeconds(3), Lease = TimeSpan.FromSeconds(1) };
        await using RedisFleet fleet = new(options, new RedisSetup(TimeProvider.System));
        await using RedisRunStore store = new(fleet);
        await using var journal = (RedisJournal)(await store.TryCreateAsync("r", None))!;
        TestTask task = new("a");
        journal.Queue.Submit(task);
        await journal.FlushAsync(None);
        own.Kill();
        var error = await Assert.ThrowsAsync<RunLogException>(() => task.End.OrHang());
        Assert.Equal("Redis has been away for longer than 1 s.", Assert.IsType<TimeoutException>(error.InnerException).Message);
    }

    [Fact]
    public async Task Answers_that_were_lost_double_nothing()
    {
        await using SilentProxy proxy = new(Server.Port);
        RedisOptions options = new() { Configuration = proxy.Address, KeyPrefix = Prefix, CommandTimeout = TimeSpan.FromSeconds(2), Lease = TimeSpan.FromSeconds(60) };
        await using RedisFleet fleet = new(options, Setup);
        await using RedisRunStore store = new(fleet);
        await using var journal = (RedisJournal)(await store.TryCreateAsync("lossy", None))!;
        List<TestTask> tasks = [];
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 50; i++)
            {
                journal.Append([(byte)((round * 50) + i)]);
                tasks.Add(new TestTask($"t{round}-{i}"));
                journal.Queue.Submit(tasks[^1]);
            }

            proxy.SilenceOpenConnections();
        }

        await journal.FlushAsync(None);
        Assert.Equal(Enumerable.Range(0, 150), (await Runs.ReadLogAsync("lossy", None)).Select(record => (int)record.Span[0]));
        List<string> claimed = [];
        while (await Claim(40) is { Count: > 0 } some)
        {
            claimed.AddRange(some.Select(task => task.Path));
            await Step(0, [.. some.Select(task => task.Finish(FinishKind.Succeeded, [1]))]);
        }

        Assert.Equal(tasks.Select(task => task.Attempt.Path), claimed);
        await Task.WhenAll(tasks.Select(task => task.End)).OrHang();
    }

    [Fact]
    public async Task Scripts_that_the_server_forgets_are_loaded_again()
    {
        var tasks = Enumerable.Range(0, 40).Select(i =>
        {
            Raw.Execute("SCRIPT", "FLUSH");
            return Submit($"t{i}");
        }).ToList();
        await Journal.FlushAsync(None);
        foreach (var claimed in await Claim(40))
        {
            Raw.Execute("SCRIPT", "FLUSH");
            await Finish(claimed, claimed.Path);
        }

        Assert.Equal(tasks.Select(task => task.Attempt.Path), await Task.WhenAll(tasks.Select(task => task.End)).OrHang());
    }

    [Fact]
    public async Task A_run_that_waits_is_taken_with_its_log_by_who_knows_its_flow_and_opened_by_its_id()
    {
        await Runs.StartAsync(new RunStart("waits") { Flow = "Orders@1", Records = [[1], [2]] }, None);
        await using RedisRunStore store = new(Fleet);
        Assert.Null(await store.TryTakeAsync(KnownIds.Of("Orders@2"), None));
        Assert.Equal("waits", await store.TryTakeAsync(KnownIds.Of("Orders@1", "Bills@1"), None));
        Assert.Null(await store.TryTakeAsync(KnownIds.Of("Orders@1"), None));
        var before = CallsOf("evalsha");
        await using var journal = (RedisJournal)await store.OpenAsync("waits", None);
        Assert.Equal(0, CallsOf("evalsha") - before);
        Assert.Equal([[1], [2]], journal.Content.Records.Select(record => record.ToArray()));
        await journal.CommitAsync(journal.Append([3]), None);
        Assert.Equal(3, (await Runs.ReadLogAsync("waits", None)).Count);
    }

    [Fact]
    public async Task Retention_removes_what_ended_too_long_ago_and_keeps_the_rest()
    {
        Journal.Complete();
        await Journal.DisposeAsync();
        Assert.Equal(0, await Store.SweepAsync(10, None));
        Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await Store.SweepAsync(10, None));
        Assert.Empty(Keys());
    }
}
