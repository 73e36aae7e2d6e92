using System.Collections.Concurrent;
using Graflow.Redis.Inspection;
using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Tasks;

public sealed class LeaseTests(RedisServer server) : TaskTests(server)
{
    [Fact]
    public async Task A_claim_holds_until_its_lease_ends_by_the_servers_clock_and_not_longer()
    {
        await Submit(Ready("a"));
        await Claim();
        Advance(Lease - TimeSpan.FromMicroseconds(1));
        Assert.Empty((await Tasks.ReapAsync(100, None)).Requeued);
        Advance(TimeSpan.FromMicroseconds(1));
        Assert.Equal([$"{Key}/a"], (await Tasks.ReapAsync(100, None)).Requeued);
        Assert.Equal(2, Assert.Single(await Claim()).Delivery);
    }

    [Fact]
    public async Task Heartbeats_keep_claims_and_say_which_are_lost()
    {
        await Submit(Ready("a"), Ready("b"));
        var claimed = await Claim(2);
        Advance(Lease / 2);
        Assert.Empty((await Beat(claimed[0])).LostTasks);
        Assert.Equal(Now + 9_000_000d, Score("lease", "a"));
        Advance(Lease / 2);
        Assert.Equal([$"{Key}/b"], (await Tasks.ReapAsync(100, None)).Requeued);
        Assert.Equal([claimed[1]], (await Beat([.. claimed])).LostTasks);
        Assert.Null(Score("lease", "b"));
        var heir = Assert.Single(await Claim(worker: "w2"));
        Assert.Equal([claimed[1]], (await Beat(claimed[1], claimed[0])).LostTasks);
        Assert.Equal(Now + 9_000_000d, Score("lease", "b"));
        Assert.Empty((await Beat(heir)).LostTasks);
    }

    [Fact]
    public async Task A_heartbeat_is_one_round_trip_for_tasks_runs_and_the_list_of_workers()
    {
        await Submit([.. Enumerable.Range(0, 50).Select(i => Ready($"t{i}"))]);
        var claimed = await Claim(50);
        var before = CallsOf("evalsha");
        await Tasks.BeatAsync(new Heartbeat(Lease) { Worker = "w1", Listed = TimeSpan.FromSeconds(30), Known = Known, Tasks = claimed, Runs = [(Run, Epoch)], About = [("host", "box"), ("slots", "8")] }, None);
        Assert.Equal(1, CallsOf("evalsha") - before);
        Assert.Equal(("box", "8", Known.Name), ((string?)Raw.HashGet(Cell.Key("w:w1"), "host"), (string?)Raw.HashGet(Cell.Key("w:w1"), "slots"), (string?)Raw.HashGet(Cell.Key("w:w1"), "known")));
        Assert.InRange(Raw.KeyTimeToLive(Cell.Key("w:w1"))!.Value, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30));
        Assert.Equal(Now + 30_000_000d, Raw.SortedSetScore(Cell.Key("workers"), "w1"));
        Assert.Equal(Now + 9_000_000d, Raw.SortedSetScore(Cell.Key("drive"), Key));
    }

    [Fact]
    public async Task A_worker_that_leaves_or_falls_silent_is_off_the_list()
    {
        await Tasks.BeatAsync(new Heartbeat(Lease) { Worker = "w1", Listed = TimeSpan.FromSeconds(30), Known = Known }, None);
        await Tasks.BeatAsync(new Heartbeat(Lease) { Worker = "w2", Listed = TimeSpan.FromSeconds(60), Known = Known }, None);
        Advance(TimeSpan.FromSeconds(30));
        await Tasks.BeatAsync(new Heartbeat(Lease) { Worker = "w3", Listed = TimeSpan.FromSeconds(30), Known = Known }, None);
        Assert.Equal(["w2", "w3"], Raw.SortedSetRangeByRank(Cell.Key("workers")).Select(worker => (string)worker!).Order());
        await Tasks.BeatAsync(new Heartbeat(Lease) { Worker = "w3" }, None);
        Assert.Equal(["w2"], Raw.SortedSetRangeByRank(Cell.Key("workers")).Select(worker => (string)worker!));
        Assert.DoesNotContain("w:w3", Keys());
    }

    [Fact]
    public async Task Of_two_workers_with_one_id_the_later_one_is_told_of_the_other_and_changes_nothing()
    {
        Heartbeat first = new(Lease) { Worker = "w1", Self = "a", Listed = Lease, Known = Known, About = [("host", "box"), ("pid", "7")] };
        var second = first with { Self = "b", About = [("host", "other"), ("pid", "8")] };
        Assert.Null((await Tasks.BeatAsync(first, None)).Namesake);
        Advance(Lease / 3);
        var told = (await Tasks.BeatAsync(second, None)).Namesake!;
        Assert.Equal(("box", "7", Lease * 2 / 3), (told.Host, told.ProcessId, told.Left));
        Assert.Equal(Now + 6_000_000, Microseconds(told.ListedUntil));
        Assert.NotNull((await Tasks.BeatAsync(second with { Listed = TimeSpan.Zero }, None)).Namesake);
        Assert.Null((await Tasks.BeatAsync(first, None)).Namesake);
        Advance(Lease);
        Assert.Null((await Tasks.BeatAsync(second, None)).Namesake);
        Assert.Equal("other", (await Tasks.BeatAsync(first, None)).Namesake!.Host);
    }

    [Fact]
    public async Task A_reaped_task_keeps_its_place_before_those_that_came_later()
    {
        await Submit(Ready("a"), Ready("b"));
        await Claim();
        Advance(Lease);
        await Tasks.ReapAsync(100, None);
        Assert.Equal(["a", "b"], (await Claim(2)).Select(task => task.Path));
    }

    [Fact]
    public async Task Reaping_takes_no_more_than_it_was_asked_to()
    {
        await Submit([.. Enumerable.Range(0, 5).Select(i => Ready($"t{i}"))]);
        await Claim(5);
        Advance(Lease);
        Assert.Equal(2, (await Tasks.ReapAsync(2, None)).Requeued.Count);
        Assert.Equal(3, (await Tasks.ReapAsync(100, None)).Requeued.Count);
    }

    [Fact]
    public async Task A_task_that_killed_its_workers_three_times_is_a_dead_letter_and_its_run_is_told()
    {
        await Submit(Ready("poison", input: "drink me"), Ready("good", id: "B"));
        for (var delivery = 1; delivery <= 3; delivery++)
        {
            Assert.Equal(delivery, (await Claim(1, $"w{delivery}"))[0].Delivery);
            Assert.Empty(await Outcomes());
            Advance(Lease);
            var reaped = await Tasks.ReapAsync(100, None);
            Assert.Equal(delivery < 3 ? [$"{Key}/poison"] : [], reaped.Requeued);
            Assert.Equal(delivery < 3 ? [] : [$"{Key}/poison"], reaped.Dead);
        }

        Assert.Equal(["good"], (await Claim(5)).Select(task => task.Path));
        var outcome = Assert.Single(await Outcomes());
        Assert.Equal(("poison", TaskOutcomeKind.Crashed, 1, "3 w3"), (outcome.Path, outcome.Kind, outcome.Attempt, Text(outcome.Value)));

        var (total, letters) = await new CellInspection(Redis, Cell).LettersAsync(10, None);
        var letter = Assert.Single(letters);
        Assert.Equal((1, $"{Key}/poison", Run, "poison", "cpu", "A"), (total, letter.Id, letter.RunId, letter.Path, letter.Queue, letter.TaskId));
        Assert.Equal((1, 3, "w3", "crashed", "drink me".Length), (letter.Attempt, letter.Deliveries, letter.LastWorker, letter.Reason, letter.InputBytes));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddTicks(Now * 10), letter.At);
    }

    [Fact]
    public async Task A_withdrawn_task_is_not_claimed_and_who_runs_one_is_told_and_comes_late()
    {
        BlockingCollection<string?> heard = [];
        await using var listener = await Redis.ListenAsync(Cell.WorkerChannel("w1"), heard.Add, None);
        await Submit(Ready("running"), Ready("waiting"), Ready("other"));
        var claimed = Assert.Single(await Claim());
        await Send([LogItem.Withdraw("running", 1, null), LogItem.Withdraw("waiting", 1, null), LogItem.Withdraw("never", 1, null)]);
        Assert.True(heard.TryTake(out var told, TimeSpan.FromSeconds(30)));
        Assert.Equal($"{Key}/running", told);
        Assert.Equal([claimed], (await Beat(claimed)).LostTasks);
        Assert.Equal([false], (await Step(0, [claimed.Finish(FinishKind.Succeeded, [])])).Committed);
        Assert.Equal(["other"], (await Claim(5)).Select(task => task.Path));
        Assert.Empty(await Outcomes());
    }

    [Fact]
    public async Task The_end_of_a_run_takes_all_of_its_tasks_back()
    {
        await Submit(Ready("a"), Ready("b"));
        await Claim();
        await Send([LogItem.End]);
        Assert.Empty(await Claim(5));
        Assert.Equal(["all", "cell", "ended", "log:" + Key, "run:" + Key, "wk:" + Known.Name], Keys());
    }

    private Task<HeartbeatReply> Beat(params ClaimedTask[] tasks) => Tasks.BeatAsync(new Heartbeat(Lease) { Worker = "w1", Listed = Lease, Known = Known, Tasks = tasks }, None);
}
