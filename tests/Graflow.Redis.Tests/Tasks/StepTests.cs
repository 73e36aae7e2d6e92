using System.Collections.Concurrent;
using Graflow.Redis.Connections;
using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Tasks;

public sealed class StepTests(RedisServer server) : TaskTests(server)
{
    [Fact]
    public async Task A_step_commits_what_is_finished_and_claims_what_is_next_in_one_round_trip()
    {
        await Submit(Ready("a"), Ready("b"), Ready("c"));
        var first = Assert.Single(await Claim());
        var before = CallsOf("evalsha");
        var step = await Step(1, [first.Finish(FinishKind.Succeeded, Bytes("output of a"))]);
        Assert.Equal(1, CallsOf("evalsha") - before);
        Assert.Equal([true], step.Committed);
        Assert.Equal("b", Assert.Single(step.Claimed).Path);

        var outcome = Assert.Single(await Outcomes());
        Assert.Equal(("a", TaskOutcomeKind.Succeeded, 1, "output of a"), (outcome.Path, outcome.Kind, outcome.Attempt, Text(outcome.Value)));
        Assert.Null(Score("lease", "a"));
        Assert.Equal(Now + 9_000_000d, Score("lease", "b"));
        Assert.Equal(["b", "c"], Raw.HashKeys(Cell.Key("t:" + Key)).Select(path => (string)path!).Order());
        Assert.Equal(["b"], Raw.HashKeys(Cell.Key("c:" + Key)).Select(path => (string)path!));
    }

    [Theory]
    [InlineData(1, 64)]
    [InlineData(16, 4)]
    public async Task With_batches_of_k_a_task_costs_one_kth_of_a_round_trip(int batch, int expected)
    {
        await Submit([.. Enumerable.Range(0, 64).Select(i => Ready($"t{i}"))]);
        var claimed = await Claim(batch);
        var before = CallsOf("evalsha");
        while (claimed.Count > 0)
        {
            claimed = (await Step(batch, [.. claimed.Select(task => task.Finish(FinishKind.Succeeded, task.Input))])).Claimed;
        }

        Assert.Equal(expected, CallsOf("evalsha") - before);
        Assert.Equal(Enumerable.Range(0, 64).Select(i => $"t{i}"), (await Outcomes()).Select(outcome => outcome.Path));
    }

    [Fact]
    public async Task Higher_priorities_come_first_and_equal_ones_in_the_order_of_their_coming_over_all_ids()
    {
        await Submit(Ready("low1") with { Priority = -1 }, Ready("mid1", id: "B"), Ready("mid2", id: "A"), Ready("high1", id: "C") with { Priority = 5 }, Ready("mid3", id: "B"));
        await Submit(Ready("high2", id: "A") with { Priority = 5 }, Ready("top", id: "B") with { Priority = int.MaxValue });
        Assert.Equal(["top", "high1", "high2", "mid1", "mid2", "mid3", "low1"], (await Claim(10)).Select(task => task.Path));
    }

    [Fact]
    public async Task Extreme_priorities_keep_the_order_of_coming()
    {
        await Submit([.. Enumerable.Range(0, 50).Select(i => Ready($"t{i}") with { Priority = i % 2 == 0 ? 255 : -255 })]);
        Assert.Equal(Enumerable.Range(0, 50).OrderBy(i => i % 2).Select(i => $"t{i}"), (await Claim(50)).Select(task => task.Path));
    }

    [Fact]
    public async Task A_worker_claims_only_the_ids_that_its_build_has()
    {
        await Submit(Ready("new", id: "NewTask") with { Priority = 9 }, Ready("old", id: "A"));
        Assert.Equal(["old"], (await Claim(5)).Select(task => task.Path));
        var newer = await Tasks.StepAsync(new StepRequest("w2", Lease, KnownIds.Of("A", "NewTask"), new QueuePicker(("cpu", 1))) { Wanted = 5 }, None);
        Assert.Equal(["new"], newer.Claimed.Select(task => task.Path));
    }

    [Fact]
    public async Task Queues_are_served_by_their_weights_and_an_empty_one_leaves_its_turn()
    {
        await Submit([.. Enumerable.Range(0, 8).Select(i => Ready($"a{i}", queue: "a")), .. Enumerable.Range(0, 8).Select(i => Ready($"b{i}", queue: "b"))]);
        var request = new StepRequest("w1", Lease, Known, new QueuePicker(("a", 1), ("b", 3))) { Wanted = 8 };
        Assert.Equal(["b0", "a0", "b1", "b2", "b3", "a1", "b4", "b5"], (await Tasks.StepAsync(request, None)).Claimed.Select(task => task.Path));
        Assert.Equal(["b6", "a2", "b7", "a3", "a4", "a5", "a6", "a7"], (await Tasks.StepAsync(request, None)).Claimed.Select(task => task.Path));
    }

    [Fact]
    public async Task A_queue_that_nobody_named_is_not_served()
    {
        await Submit(Ready("a", queue: "gpu"));
        Assert.Empty(await Claim(5));
        Assert.Equal(["gpu"], Raw.SetMembers(Cell.Key("queues")).Select(queue => (string)queue!));
    }

    [Fact]
    public async Task Of_many_workers_no_two_ever_have_the_same_task()
    {
        await Submit([.. Enumerable.Range(0, 2000).Select(i => Ready($"t{i}", id: $"{"ABC"[i % 3]}"))]);
        ConcurrentBag<string> seen = [];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(async () =>
        {
            await using var own = await ConnectAsync();
            var tasks = new CellTasks(own, Cell);
            var request = new StepRequest($"w{w}", Lease, Known, new QueuePicker(("cpu", 1))) { Wanted = 1 + (w % 4) };
            var claimed = (await tasks.StepAsync(request, None)).Claimed;
            while (claimed.Count > 0)
            {
                foreach (var task in claimed)
                {
                    seen.Add(task.Path);
                }

                var step = await tasks.StepAsync(request with { Finished = [.. claimed.Select(task => task.Finish(FinishKind.Succeeded, Bytes(task.Path)))] }, None);
                Assert.DoesNotContain(false, step.Committed);
                claimed = step.Claimed;
            }
        })));
        Assert.Equal(2000, seen.Count);
        Assert.Equal(2000, seen.Distinct().Count());
        var outcomes = await Outcomes();
        Assert.Equal(2000, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal(outcome.Path, Text(outcome.Value)));
        Assert.Equal(0, Stale);
    }

    [Fact]
    public async Task A_late_result_is_stale_counted_and_dropped()
    {
        await Submit(Ready("a"));
        var zombie = Assert.Single(await Claim());
        Advance(Lease);
        await Tasks.ReapAsync(100, None);
        var heir = Assert.Single(await Claim(worker: "w2"));
        Assert.Equal(2, heir.Delivery);
        Assert.NotEqual(zombie.Nonce, heir.Nonce);

        Assert.Equal([false], (await Step(0, [zombie.Finish(FinishKind.Succeeded, Bytes("late"))])).Committed);
        Assert.Equal(1, Stale);
        Assert.Empty(await Outcomes());
        Assert.Equal([true], (await Step(0, [heir.Finish(FinishKind.Failed, Bytes("why"))], "w2")).Committed);
        Assert.Equal([false, false], (await Step(0, [heir.Finish(FinishKind.Succeeded, []), zombie.Finish(FinishKind.HandedBack, [])])).Committed);
        Assert.Equal(3, Stale);
        var outcome = Assert.Single(await Outcomes());
        Assert.Equal((TaskOutcomeKind.Failed, "why"), (outcome.Kind, Text(outcome.Value)));
    }

    [Fact]
    public async Task The_same_result_twice_in_one_step_counts_once()
    {
        await Submit(Ready("a"));
        var claimed = Assert.Single(await Claim());
        var finished = claimed.Finish(FinishKind.Succeeded, Bytes("x"));
        Assert.Equal([true, false], (await Step(0, [finished, finished])).Committed);
        Assert.Single(await Outcomes());
    }

    [Fact]
    public async Task A_task_that_is_handed_back_has_its_place_and_its_deliveries_as_before()
    {
        await Submit(Ready("a"), Ready("b"));
        var claimed = Assert.Single(await Claim());
        Assert.Equal([true], (await Step(0, [claimed.Finish(FinishKind.HandedBack, [])])).Committed);
        Assert.Null(Score("lease", "a"));
        Assert.Empty(await Outcomes());
        var again = await Claim(2);
        Assert.Equal([("a", 1), ("b", 1)], again.Select(task => (task.Path, task.Delivery)));
    }

    [Fact]
    public async Task The_driver_is_told_of_the_runs_that_have_news()
    {
        BlockingCollection<string?> heard = [];
        await using var listener = await Redis.ListenAsync(Cell.DriverChannel("d1"), heard.Add, None);
        await Submit(Ready("a"), Ready("b"));
        var claimed = await Claim(2);
        await Step(0, [.. claimed.Select(task => task.Finish(FinishKind.Succeeded, []))]);
        Assert.True(heard.TryTake(out var run, TimeSpan.FromSeconds(30)));
        Assert.Equal(Key, run);
        Assert.Empty(heard);
    }

    [Fact]
    public async Task A_worker_whose_list_redis_has_lost_tells_it_again()
    {
        await Submit(Ready("a"));
        var claimed = Assert.Single(await Claim());
        await Submit(Ready("b"));
        Raw.KeyDelete(Cell.Key("wk:" + Known.Name));
        var step = await Step(1, [claimed.Finish(FinishKind.Succeeded, [])]);
        Assert.Equal([true], step.Committed);
        Assert.Equal("b", Assert.Single(step.Claimed).Path);
    }

    [Fact]
    public async Task A_full_server_takes_no_new_work_and_lets_what_is_there_be_finished()
    {
        using RedisServer small = new();
        RedisOptions options = new() { Configuration = small.Address };
        await using var redis = await RedisConnection.ConnectAsync(options, new RedisSetup(TimeProvider.System), None);
        var (tasks, runs) = (new CellTasks(redis, redis.Cells.All[0]), new CellRuns(redis, redis.Cells.All[0]));
        await runs.StartAsync(new RunStart(Run) { Driver = new Driver("d", "d", Lease) }, None);
        OwnedRun run = new(Run, Epoch: 1, Position: 0);
        await runs.WriteAsync(run, 1, [LogItem.Submit(Ready("a")), LogItem.Submit(Ready("b"))], "", maker: null, None);
        redis.Database.Execute("CONFIG", "SET", "maxmemory", "1");
        await Assert.ThrowsAsync<RedisFullException>(() => runs.WriteAsync(run, 3, [LogItem.Submit(Ready("c"))], "", maker: null, None));

        var request = new StepRequest("w", Lease, Known, new QueuePicker(("cpu", 1))) { Wanted = 1 };
        var first = Assert.Single((await tasks.StepAsync(request, None)).Claimed);
        var step = await tasks.StepAsync(request with { Finished = [first.Finish(FinishKind.Succeeded, Bytes("x"))] }, None);
        Assert.Equal([true], step.Committed);
        Assert.Equal("b", Assert.Single(step.Claimed).Path);
        Assert.Empty((await tasks.BeatAsync(new Heartbeat(Lease) { Worker = "w", Listed = Lease, Tasks = step.Claimed }, None)).LostTasks);
        Assert.Empty((await tasks.ReapAsync(10, None)).Requeued);
        Assert.Equal(["a"], redis.Database.Outcomes(redis.Cells.All[0], Run).Select(outcome => outcome.Path));
    }
}
