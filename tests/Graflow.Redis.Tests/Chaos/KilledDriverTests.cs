using Graflow.Redis.TestProgram;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Chaos;

/// <summary>Drivers that end, or stand still, in the middle of a run.</summary>
[Trait("Category", "Chaos")]
public sealed class KilledDriverTests
{
    private const string RunId = "the-run";

    [Fact]
    public async Task A_driver_that_is_killed_in_the_middle_of_a_sum_of_5000_is_replaced_by_a_worker()
    {
        const int count = 5000;
        await using ChaosFleet fleet = new();
        // No worker is to be lost, however busy the machine is with this.
        fleet.Place = fleet.Place with { Lease = TimeSpan.FromSeconds(60) };
        await fleet.StartWorkerAsync();
        var driver = await fleet.StartDriverAsync(RunId, fleet.Load(count, effort: 60_000), lease: TimeSpan.FromSeconds(5));
        await fleet.AwaitEffectsAsync(count / 10);
        driver.Kill();
        var done = Effects.Read(fleet.Effects).Count;
        await fleet.StartWorkerAsync(drives: true);

        await using var client = await RedisGraflowClient.ConnectAsync(fleet.Place.Redis, fleet.Place.Configure);
        var run = await client.AttachAsync(FanIn.All, RunId);
        await fleet.AssertSumAsync(run.WaitAsync(), RunId, count);

        Assert.InRange(done, count / 10, count - 1);
        // No worker was lost, so that no body ran twice.
        Assert.Equal(0, fleet.StaleCommits());
        Assert.Equal(count, Effects.Read(fleet.Effects).Count);
        fleet.AssertNothingIsLeft();
    }

    [Fact]
    public async Task Of_two_drivers_of_one_run_the_one_that_stood_still_is_fenced()
    {
        const int count = 2000;
        await using ChaosFleet fleet = new();
        fleet.Place = fleet.Place with { Lease = TimeSpan.FromSeconds(60) };
        await fleet.StartWorkerAsync(slots: 2);
        var frozen = await fleet.StartDriverAsync(RunId, fleet.Load(count, effort: 50_000), lease: TimeSpan.FromSeconds(5));
        await fleet.AwaitEffectsAsync(count / 10);
        frozen.Signal("STOP");
        await fleet.StartWorkerAsync(drives: true);
        await using var client = await RedisGraflowClient.ConnectAsync(fleet.Place.Redis, fleet.Place.Configure);
        var run = await client.AttachAsync(FanIn.All, RunId);
        await fleet.AssertSumAsync(run.WaitAsync(), RunId, count);

        frozen.Signal("CONT");

        var said = await frozen.ReadLineAsync();
        Assert.StartsWith("RunLogException: ", said, StringComparison.Ordinal);
        Assert.Contains("This process no longer drives run the-run", said, StringComparison.Ordinal);
        Assert.Equal(1, await frozen.ExitAsync());
        // What it tried when it went on is not in the log.
        await fleet.AssertSumAsync(run.WaitAsync(), RunId, count);
        fleet.AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_run_that_somebody_drives_is_refused_to_others()
    {
        await using ChaosFleet fleet = new();
        await using var first = fleet.Connect();
        await using var run = await first.StartAsync(Small.Chain, 20, new RunOptions { RunId = RunId });
        await using var second = fleet.Connect();

        await Assert.ThrowsAsync<RunLockedException>(() => second.ResumeAsync(Small.Chain, RunId));

        await fleet.StartWorkerAsync();
        Assert.Equal(42, await run.Completion.OrHang());
    }
}
