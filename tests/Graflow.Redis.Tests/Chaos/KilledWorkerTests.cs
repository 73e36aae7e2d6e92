using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Graflow.Redis.TestProgram;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Chaos;

/// <summary>Workers that end without a word.</summary>
[Trait("Category", "Chaos")]
public sealed class KilledWorkerTests
{
    // More than pings, less than a step with one result.
    private const int StepBytes = 150;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Workers_that_are_killed_every_150_ms_change_nothing_in_a_sum_of_5000()
    {
        const int count = 5000;
        await using ChaosFleet fleet = new();
        ConcurrentQueue<TestProcess> serving = new(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => fleet.StartWorkerAsync())));
        await using var engine = fleet.Connect();
        await using var run = await engine.StartAsync(FanIn.All, fleet.Load(count, effort: 20_000));
        List<Task> starting = [];
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(150));
        while (await timer.WaitForNextTickAsync() && !run.Completion.IsCompleted && starting.Count < 20)
        {
            // The one that has served longest, as long as others serve: a task that three workers died over is given up.
            if (serving.Count > 2 && serving.TryDequeue(out var worker))
            {
                worker.Kill();
                starting.Add(ReplaceAsync());
            }
        }

        await Task.WhenAll(starting).OrHang();
        await fleet.AssertSumAsync(run, count);
        Assert.InRange(starting.Count, 3, 20);
        fleet.AssertNothingIsLeft();

        async Task ReplaceAsync() => serving.Enqueue(await fleet.StartWorkerAsync());
    }

    [Fact]
    public async Task What_a_killed_worker_had_begun_another_begins_again_soon_after_its_lease()
    {
        await using ChaosFleet fleet = new();
        var first = await fleet.StartWorkerAsync(slots: 1);
        await using var engine = fleet.Connect();
        await using var run = await engine.StartAsync(Gated.All, (1, fleet.Gate.Port));
        using var lost = await fleet.Gate.NextAsync();
        await fleet.StartWorkerAsync(slots: 1);

        var watch = Stopwatch.StartNew();
        first.Kill();
        using var again = await fleet.Gate.NextAsync();

        // Two seconds, and the rest for a machine with too much to do.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, fleet.Place.Lease + TimeSpan.FromSeconds(30));
        Assert.Equal((0, first.Id), (lost.Number, lost.ProcessId));
        Assert.Equal(0, again.Number);
        again.Open();
        Assert.Equal(0, await run.Completion.OrHang());
        fleet.AssertNothingIsLeft();
    }

    [Fact]
    public async Task What_a_worker_that_stood_still_for_longer_than_its_lease_says_when_it_goes_on_comes_too_late()
    {
        // Rarely it hears that its lease is lost before it says anything.
        var round = 1;
        while (await FreezeAsync() == 0)
        {
            Assert.InRange(++round, 2, 10);
        }
    }

    [Fact]
    public async Task A_task_that_ends_three_workers_is_given_up_and_all_others_go_on()
    {
        await using ChaosFleet fleet = new();
        await using var engine = fleet.Connect();
        var worker = await fleet.StartWorkerAsync(slots: 1);
        await using var run = await engine.StartAsync(Poison.Tolerant, 6);
        var deaths = 0;
        for (; deaths < 3; deaths++)
        {
            Assert.Equal(134, await worker.ExitAsync());
            worker = await fleet.StartWorkerAsync(slots: 1);
        }

        var result = await run.Completion.OrHang();

        Assert.StartsWith("0 1 2 Poison.Touch[3]: worker w3 did not renew its lease. ", result, StringComparison.Ordinal);
        Assert.EndsWith(" 4 5", result, StringComparison.Ordinal);
        Assert.Contains("The task was given to 3 workers, which were all lost while running it.", result, StringComparison.Ordinal);
        Assert.False(worker.HasExited);
        Assert.Equal(1, fleet.Raw.SortedSetLength("{gf:0}:dlq"));
        fleet.AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_worker_that_is_asked_to_stop_gives_back_what_it_has_not_begun_and_ends_what_it_has()
    {
        await using ChaosFleet fleet = new();
        // Nothing may wait for the end of a lease.
        fleet.Place = fleet.Place with { Lease = TimeSpan.FromMinutes(10) };
        var leaving = await fleet.StartWorkerAsync(slots: 4);
        await using var engine = fleet.Connect();
        await using var run = await engine.StartAsync(Gated.All, (20, fleet.Gate.Port));
        var begun = await VisitsAsync(fleet, 4);

        leaving.Signal("TERM");
        await fleet.StartWorkerAsync(slots: 16);
        var rest = await VisitsAsync(fleet, 16);
        begun.ForEach(static visit => visit.Open());
        Assert.Equal(0, await leaving.ExitAsync());
        await leaving.AwaitLineAsync("stopped");
        rest.ForEach(static visit => visit.Open());

        Assert.Equal(190, await run.Completion.OrHang());
        Assert.All(begun, visit => Assert.Equal(leaving.Id, visit.ProcessId));
        Assert.DoesNotContain(rest, visit => visit.ProcessId == leaving.Id);
        Assert.Equal(Enumerable.Range(0, 20), begun.Concat(rest).Select(static visit => visit.Number).Order());
        Assert.Equal(0, fleet.StaleCommits());
        fleet.AssertNothingIsLeft();
    }

    /// <returns>How many results came too late.</returns>
    private static async Task<long> FreezeAsync()
    {
        const int count = 8;
        await using ChaosFleet fleet = new();
        var before = Unread(fleet).Keys;
        var frozen = await fleet.StartWorkerAsync(slots: count);
        var itsConnections = Unread(fleet).Keys.Except(before).ToList();
        await using var engine = fleet.Connect();
        await using var run = await engine.StartAsync(Gated.All, (count, fleet.Gate.Port));
        var begun = await VisitsAsync(fleet, count);
        frozen.Signal("STOP");
        // The other one keeps what it has, however long the server stands still.
        fleet.Place = fleet.Place with { Lease = TimeSpan.FromSeconds(60) };
        var other = await fleet.StartWorkerAsync(slots: count);
        var after = await VisitsAsync(fleet, count);

        // What it says is under way before it is told anything.
        fleet.Raw.Execute("CLIENT", "PAUSE", 60_000, "WRITE");
        begun.ForEach(static visit => visit.Open());
        frozen.Signal("CONT");
        await Task.WhenAll(begun.Select(static visit => visit.AwaitEndAsync())).OrHang();
        await Task.WhenAny(Until.TrueAsync(() => itsConnections.Exists(id => Unread(fleet).GetValueOrDefault(id) >= StepBytes)), Task.Delay(Patience, TimeProvider.System));
        fleet.Raw.Execute("CLIENT", "UNPAUSE");

        // It serves as if nothing had been: the other one has no slot free.
        await using var next = await engine.StartAsync(Small.Chain, 20);
        Assert.Equal(42, await next.Completion.OrHang());
        Assert.False(run.Completion.IsCompleted);
        after.ForEach(static visit => visit.Open());
        Assert.Equal(count * (count - 1) / 2, await run.Completion.OrHang());
        Assert.All(begun, visit => Assert.Equal(frozen.Id, visit.ProcessId));
        Assert.All(after, visit => Assert.Equal(other.Id, visit.ProcessId));
        Assert.Equal(count + 2, (await engine.Runs.EventsAsync(run.Id)).OfType<TaskSucceeded>().Count());
        fleet.AssertNothingIsLeft();
        Assert.InRange(fleet.StaleCommits(), 0, count);
        return fleet.StaleCommits();
    }

    /// <summary>How many bytes of each connection the server has got and not looked at, because it stands still.</summary>
    private static Dictionary<string, int> Unread(ChaosFleet fleet) => ((string)fleet.Raw.Execute("CLIENT", "LIST")!)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(static line => line.Split(' ').Select(static part => part.Split('=', 2)).ToDictionary(static part => part[0], static part => part[^1]))
        .ToDictionary(static connection => connection["id"], static connection => int.Parse(connection["qbuf"], CultureInfo.InvariantCulture));

    private static async Task<List<GateVisit>> VisitsAsync(ChaosFleet fleet, int count)
    {
        List<GateVisit> visits = [];
        while (visits.Count < count)
        {
            visits.Add(await fleet.Gate.NextAsync());
        }

        return visits;
    }
}
