using Graflow.Redis.Connections;
using Graflow.Redis.Runs;
using Graflow.Redis.Scripts;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Graflow.Tests.Support;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Graflow.Redis.Tests.Runs;

/// <summary>What a driver and the workers of its run say to each other.</summary>
public sealed class RunQueueTests(RedisServer server) : DriverTests(server)
{
    [Fact]
    public async Task An_attempt_is_claimed_as_it_was_handed_over_and_its_reply_completes_it()
    {
        var task = Submit("eu/A[3]#2", "input");
        var claimed = Assert.Single(await Claim());
        Assert.Equal(("r", "eu/A[3]#2", "A", "cpu", 1, "input"), (claimed.RunId, claimed.Path, claimed.TaskId, claimed.Queue, claimed.Attempt, Text(claimed.Input)));
        await Finish(claimed, "reply");
        Assert.Equal("reply", await task.End.OrHang());
    }

    [Fact]
    public async Task A_reply_tells_who_ran_the_body_and_for_how_long_before_it_completes_the_attempt()
    {
        var task = Submit("a");
        var claimed = Assert.Single(await Claim());
        await Step(0, [claimed.Finish(FinishKind.Failed, [0x78]) with { Elapsed = TimeSpan.FromMilliseconds(86_400_001.5) }]);
        Assert.Equal("x", await task.End.OrHang());
        Assert.Equal(["started w1 1 86400001.5"], task.Told);
    }

    [Fact]
    public async Task An_outcome_that_came_with_its_wake_up_stays_where_it_is_until_it_is_settled()
    {
        var task = Submit("eu/a b\n[1]");
        await Finish(Assert.Single(await Claim()), "small");
        Assert.Equal("small", await task.End.OrHang());
        var before = CallsOf("xrevrange");
        Journal.Wake();
        await Until.TrueAsync(() => CallsOf("xrevrange") > before);
        await Journal.FlushAsync(None);
        Assert.Single(Raw.Outcomes(Cell, "r"));
        Journal.Queue.Settle(task);
        await Journal.FlushAsync(None);
        Assert.Empty(Raw.Outcomes(Cell, "r"));
    }

    [Fact]
    public async Task A_large_outcome_is_read_where_it_stands()
    {
        var task = Submit("a");
        await Finish(Assert.Single(await Claim()), Large('x'));
        Assert.Equal(Large('x'), await task.End.OrHang());
    }

    [Fact]
    public async Task Notes_reach_the_attempt_in_their_order_before_its_end()
    {
        var task = Submit("a");
        var claimed = Assert.Single(await Claim());
        await Note(claimed, TaskNote.Started(new TaskDelivery("w1", 1, TimeSpan.FromMilliseconds(60))), TaskNote.Progress(0.25, "a quarter"), TaskNote.Progress(0.5, null), TaskNote.Log(LogLevel.Warning, "careful"), TaskNote.Output(OutputStream.StandardError, "oops"), TaskNote.CancelRun("enough"));
        await Finish(claimed, "x");
        await task.End.OrHang();
        Assert.Equal(["started w1 1 60", "0.25 a quarter", "0.5 -", "Warning careful", "StandardError oops", "cancel enough", "started w1 1 0"], task.Told);
    }

    [Fact]
    public async Task A_withdrawn_attempt_is_neither_waiting_nor_ended_and_what_comes_of_it_is_stale()
    {
        var (running, waiting) = (Submit("running"), Submit("waiting"));
        await Journal.FlushAsync(None);
        var claimed = Assert.Single(await Claim());
        Assert.Equal("running", claimed.Path);
        Journal.Queue.Withdraw(waiting);
        Journal.Queue.Withdraw(running);
        await Journal.FlushAsync(None);
        Assert.Empty(await Claim(5));
        Assert.Equal([false], (await Step(0, [claimed.Finish(FinishKind.Succeeded, [])])).Committed);
        var other = Submit("other");
        await Finish(Assert.Single(await Claim(5)), "x");
        await other.End.OrHang();
        Assert.False(waiting.End.IsCompleted);
        Assert.False(running.End.IsCompleted);
        Assert.False(Journal.Tasks.IsWaiting);
    }

    [Fact]
    public async Task A_withdrawn_attempt_that_has_ended_already_is_forgotten()
    {
        var task = Submit("a");
        await Finish(Assert.Single(await Claim()), "x");
        await task.End.OrHang();
        Assert.Single(Raw.Outcomes(Cell, "r"));
        Journal.Queue.Withdraw(task);
        await Journal.FlushAsync(None);
        Assert.Empty(Raw.Outcomes(Cell, "r"));
    }

    [Fact]
    public async Task A_withdrawal_takes_back_the_attempt_that_it_names_and_no_later_one()
    {
        var first = Submit("a");
        Journal.Queue.Withdraw(first);
        var second = new TestTask("a", number: 2);
        Journal.Queue.Submit(second);
        Journal.Queue.Withdraw(first);
        await Journal.FlushAsync(None);
        var claimed = Assert.Single(await Claim(5));
        Assert.Equal(2, claimed.Attempt);
        await Finish(claimed, "second");
        Assert.Equal("second", await second.End.OrHang());
    }

    [Fact]
    public async Task An_attempt_whose_workers_died_fails_with_their_number()
    {
        var task = Submit("a");
        for (var i = 0; i < CellTasks.MaxDeliveries; i++)
        {
            Assert.Single((await Tasks.StepAsync(Request(1) with { IsAlone = true }, None)).Claimed);
            Advance(Lease);
            await Fleet.Heart.BeatAsync();
            await Tasks.ReapAsync(10, None);
        }

        var error = await Assert.ThrowsAsync<WorkerCrashedException>(() => task.End.OrHang());
        Assert.Equal(("a", CellTasks.MaxDeliveries), (error.TaskId, error.Deliveries));
        Assert.StartsWith("a: worker w1 did not renew its lease. The task was given to 3 workers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outcome_whose_wake_up_was_lost_is_found_by_looking()
    {
        var task = Submit("a");
        await Journal.FlushAsync(None);
        AddOutcome("a", 1, "unheard");
        Assert.Equal("unheard", await task.End.OrHang());
    }

    [Fact]
    public async Task Outcomes_that_nobody_waits_for_are_dropped()
    {
        var task = Submit("a");
        await Journal.FlushAsync(None);
        AddOutcome("stranger", 1, "x");
        AddOutcome("a", 7, "another attempt's");
        AddOutcome("a", 1, "mine");
        AddOutcome("a", 1, "again");
        Assert.Equal("mine", await task.End.OrHang());
        Journal.Queue.Settle(task);
        for (var left = 1; left > 0; left = Raw.Outcomes(Cell, "r").Count)
        {
            Journal.Wake();
            await Journal.FlushAsync(None);
        }
    }

    [Fact]
    public async Task A_large_input_is_in_redis_once_as_long_as_somebody_needs_it()
    {
        var large = Large('x');
        var (a, b, c) = (Submit("a", large), Submit("b", large), Submit("c", Large('y')));
        await Journal.FlushAsync(None);
        Assert.Equal(2, Raw.HashLength(Cell.Key("p:r")));
        var claimed = await Claim(3);
        Assert.Equal([large, large, Large('y')], claimed.Select(task => Text(task.Input)));
        await Finish(claimed[0], "");
        await a.End.OrHang();
        Journal.Queue.Settle(a);
        Journal.Queue.Withdraw(c);
        await Journal.FlushAsync(None);
        Assert.Equal(1, Raw.HashLength(Cell.Key("p:r")));
        await Finish(claimed[1], "");
        await b.End.OrHang();
        Journal.Queue.Settle(b);
        await Journal.FlushAsync(None);
        Assert.DoesNotContain("p:r", Keys());
        Submit("again", large);
        await Journal.FlushAsync(None);
        Assert.Equal(large, Text(Assert.Single(await Claim()).Input));
    }

    [Fact]
    public async Task An_input_that_is_too_large_is_refused_and_others_go_on()
    {
        var error = Assert.Throws<PayloadTooLargeException>(() => Submit("a", new string('x', PayloadSize.Largest + 1)));
        var small = Submit("b");
        Assert.Contains("task a", error.Message, StringComparison.Ordinal);
        await Finish(Assert.Single(await Claim(5)), "fine");
        Assert.Equal("fine", await small.End.OrHang());
    }

    [Fact]
    public async Task Thousands_of_attempts_end_each_once_with_its_own_reply()
    {
        var tasks = Enumerable.Range(0, 3000).Select(i => Submit($"t{i}", $"{i}")).ToList();
        await Journal.FlushAsync(None);
        while (await Claim(100) is { Count: > 0 } claimed)
        {
            await Step(0, [.. claimed.Select(task => task.Finish(FinishKind.Succeeded, task.Input))]);
        }

        Assert.Equal(Enumerable.Range(0, 3000).Select(i => $"{i}"), await Task.WhenAll(tasks.Select(task => task.End)).OrHang());
    }

    [Fact]
    public async Task While_many_wait_what_workers_bring_within_a_moment_is_read_at_once()
    {
        ManualTimeProvider time = new();
        await using RedisFleet fleet = new(Options, new RedisSetup(time) { Scripts = new ScriptLibrary(ManualClock), HasHeartbeat = false });
        await using RedisRunStore store = new(fleet);
        await using var journal = (RedisJournal)(await store.TryCreateAsync("many", None))!;
        TestTask[] tasks = [.. Enumerable.Range(0, 100).Select(static i => new TestTask($"t{i}"))];
        Array.ForEach(tasks, journal.Queue.Submit);
        await journal.FlushAsync(None);
        var before = CallsOf("xrevrange");
        foreach (var claimed in (await Claim(100)).Take(40))
        {
            await Finish(claimed, claimed.Path);
        }

        // Nobody reads while the clock stands still.
        Assert.Equal(0, CallsOf("xrevrange") - before);
        var all = Task.WhenAll(tasks.Take(40).Select(static task => task.End));
        await Until.TrueAsync(() =>
        {
            time.Advance(TimeSpan.FromMilliseconds(2));
            return all.IsCompleted;
        });
        Assert.Equal(tasks.Take(40).Select(static task => task.Attempt.Path), await all);
        Assert.InRange(CallsOf("xrevrange") - before, 1, 20);
    }

    private async Task Note(ClaimedTask task, params TaskNote[] notes)
    {
        var arguments = new Arguments().Add(1).Add(task.Name).Add(task.Nonce).Add(1).AddAll(notes, static (list, note) => note.AddTo(list));
        Assert.Empty(new Reply(await Redis.CallAsync("note", Cell, arguments.ToArray(), None)).Items);
    }
}
