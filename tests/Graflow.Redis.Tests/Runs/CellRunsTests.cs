using System.Collections.Concurrent;
using Graflow.Redis.Keys;
using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Runs;

[Collection(SharedServer.Name)]
public sealed class CellRunsTests(RedisServer server) : TestFleet(server)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Driver One = new("d1", "driver one", TimeSpan.FromSeconds(9));
    private static readonly Driver Two = new("d2", "driver two", TimeSpan.FromSeconds(9));

    private CellRuns Runs => new(Redis, Cell);

    [Fact]
    public async Task A_run_id_that_exists_is_not_started_again()
    {
        await Runs.StartAsync(Waiting("r"), None);
        Assert.False(await Runs.StartAsync(Waiting("r") with { Records = [[9]] }, None));
        Assert.Equal([[1]], (await Runs.ReadLogAsync("r", None)).Select(record => record.ToArray()));
    }

    [Fact]
    public async Task Of_many_that_start_one_run_one_does()
    {
        var started = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Runs.StartAsync(Waiting("r"), None))));
        Assert.Single(started, isNew => isNew);
        Assert.Single(await Runs.HeadsAsync(None));
    }

    [Fact]
    public async Task Drivers_claim_the_runs_whose_flow_they_know_the_oldest_first()
    {
        await Runs.StartAsync(Waiting("new build") with { Flow = "Orders@2" }, None);
        Advance(TimeSpan.FromSeconds(1));
        await Runs.StartAsync(Waiting("older"), None);
        Advance(TimeSpan.FromSeconds(1));
        await Runs.StartAsync(Waiting("newer") with { Flow = "Bills@1" }, None);
        var known = KnownIds.Of("Orders@1", "Bills@1", "A");
        var first = await Runs.OwnAnyAsync(known, One, None);
        Assert.Equal(("older", 1, 1), (first!.RunId, first.Epoch, first.Position));
        Assert.Equal("newer", (await Runs.OwnAnyAsync(known, One, None))!.RunId);
        Assert.Null(await Runs.OwnAnyAsync(known, One, None));
        Assert.Equal(["Orders@2"], Raw.SetMembers(Cell.Key("flows")).Select(flow => (string)flow!));
    }

    [Fact]
    public async Task Of_many_drivers_no_two_have_the_same_run()
    {
        for (var i = 0; i < 200; i++)
        {
            await Runs.StartAsync(Waiting($"r{i}"), None);
        }

        var owned = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            List<string> mine = [];
            while (await Runs.OwnAnyAsync(KnownIds.Of("Orders@1"), One with { Id = $"d{i}" }, None) is { } run)
            {
                mine.Add(run.RunId);
            }

            return mine;
        })));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"r{i}").Order(), owned.SelectMany(mine => mine).Order());
    }

    [Fact]
    public async Task A_run_whose_driver_died_waits_for_another_and_what_the_dead_one_writes_is_refused()
    {
        await Runs.StartAsync(Waiting("r"), None);
        var first = (await Runs.OwnAnyAsync(KnownIds.Of("Orders@1"), One, None))!;
        Assert.Equal(LogReply.Written, await Write(first, 2, [2]));
        Advance(One.Lease);
        Assert.Equal(["r"], (await new CellTasks(Redis, Cell).ReapAsync(10, None)).Runs);
        var second = (await Runs.OwnAnyAsync(KnownIds.Of("Orders@1"), Two, None))!;
        Assert.Equal(("r", 2, 2), (second.RunId, second.Epoch, second.Position));
        Assert.Equal(LogReply.Fenced, await Write(first, 3, [3]));
        await Runs.ReleaseAsync("r", first.Epoch, None);
        Assert.Equal(LogReply.Fenced, await Runs.WriteAsync(first, 3, [LogItem.End], "", maker: null, None));
        Assert.Equal("driver two", Assert.Single(await Runs.HeadsAsync(None)).DrivenBy);
        Assert.Equal(LogReply.Written, await Write(second, 3, [4]));
        Assert.Equal([[1], [2], [4]], (await Runs.ReadLogAsync("r", None)).Select(record => record.ToArray()));
    }

    [Fact]
    public async Task Records_that_are_sent_again_are_written_once_and_a_gap_is_refused()
    {
        await Runs.StartAsync(Waiting("r") with { Driver = One }, None);
        OwnedRun run = new("r", Epoch: 1, Position: 1);
        Assert.Equal(LogReply.Gap, await Write(run, 3, [3]));
        Assert.Equal(LogReply.Written, await Write(run, 2, [2], [3]));
        Assert.Equal(LogReply.Written, await Write(run, 2, [2], [3]));
        Assert.Equal(LogReply.Written, await Write(run, 3, [3], [4]));
        Assert.Equal([[1], [2], [3], [4]], (await Runs.ReadLogAsync("r", None)).Select(record => record.ToArray()));
    }

    [Fact]
    public async Task Rewritten_records_stand_before_those_that_came_meanwhile_and_go_on_from_there()
    {
        await Runs.StartAsync(Waiting("r") with { Driver = One }, None);
        OwnedRun run = new("r", Epoch: 1, Position: 1);
        Assert.Equal(LogReply.Written, await Write(run, 2, [2], [3]));
        Task<LogReply>? meanwhile = null;
        await Runs.RewriteAsync(run, content =>
        {
            Assert.Equal([[1], [2], [3]], content.Records.Select(record => record.ToArray()));
            meanwhile = Write(run, 4, [4]);
            return [new byte[] { 8 }, new byte[] { 9 }];
        }, None);
        Assert.Equal(LogReply.Written, await meanwhile!);
        Assert.Equal(LogReply.Written, await Write(run, 5, [5]));
        Assert.Equal([[8], [9], [4], [5]], (await Runs.ReadLogAsync("r", None)).Select(record => record.ToArray()));
        Assert.Equal(4, Assert.Single(await Runs.HeadsAsync(None)).Size);
    }

    [Fact]
    public async Task Who_no_longer_drives_a_run_rewrites_nothing()
    {
        await Runs.StartAsync(Waiting("r") with { Driver = One }, None);
        await Assert.ThrowsAsync<RunFencedException>(() => Runs.RewriteAsync(new OwnedRun("r", Epoch: 7, Position: 1), static _ => [], None));
        Assert.Equal([[1]], (await Runs.ReadLogAsync("r", None)).Select(record => record.ToArray()));
    }

    [Fact]
    public async Task A_released_run_waits_for_the_next_driver_and_an_ended_one_does_not()
    {
        await Runs.StartAsync(Waiting("left"), None);
        await Runs.StartAsync(Waiting("ended"), None);
        var known = KnownIds.Of("Orders@1");
        var (left, ended) = (await Runs.OwnAnyAsync(known, One, None), await Runs.OwnAnyAsync(known, One, None));
        await Runs.ReleaseAsync(left!.RunId, left.Epoch, None);
        await Runs.EndAsync(ended!.RunId, written: 1);
        Advance(One.Lease);
        Assert.Empty((await new CellTasks(Redis, Cell).ReapAsync(10, None)).Runs);
        Assert.Equal(left.RunId, (await Runs.OwnAnyAsync(known, Two, None))!.RunId);
        Assert.Null(await Runs.OwnAnyAsync(known, Two, None));
    }

    [Fact]
    public async Task Who_waits_for_the_end_of_a_run_is_told()
    {
        BlockingCollection<string?> heard = [];
        await Runs.StartAsync(Waiting("a b") with { Driver = One }, None);
        await using var listener = await Redis.ListenAsync(Cell.EndedChannel(RunName.Of("a b")), heard.Add, None);
        await Runs.EndAsync("a b", written: 1);
        Assert.True(heard.TryTake(out var message, TimeSpan.FromSeconds(30)));
        Assert.Equal("", message);
    }

    [Fact]
    public async Task The_first_call_makes_the_run_and_one_that_overtakes_it_makes_nothing()
    {
        OwnedRun run = new("r", Epoch: 1, Position: 0);
        Assert.Equal(LogReply.Gap, await Make(2));
        Assert.Empty(Keys());
        Assert.Equal(LogReply.Written, await Make(1));
        Assert.Equal("driver one", Assert.Single(await Runs.HeadsAsync(None)).DrivenBy);
        Assert.Equal(LogReply.Written, await Make(1));
        Assert.Equal(LogReply.Written, await Make(2));
        Assert.Equal([[1], [2]], (await Runs.ReadLogAsync("r", None)).Select(record => record.ToArray()));

        Task<LogReply> Make(byte position) => Runs.WriteAsync(run, position, [LogItem.Record([position])], "", One, None);
    }

    private Task<LogReply> Write(OwnedRun run, long position, params byte[][] records) => Runs.WriteAsync(run, position, [.. records.Select(LogItem.Record)], "", maker: null, None);

    private static RunStart Waiting(string runId) => new(runId) { Flow = "Orders@1", Records = [[1]] };
}
