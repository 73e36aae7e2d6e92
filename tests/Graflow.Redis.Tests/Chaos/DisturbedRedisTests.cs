using Graflow.Redis.TestProgram;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using StackExchange.Redis;
using Xunit;

namespace Graflow.Redis.Tests.Chaos;

/// <summary>A server that goes away, forgets, stands still or is full.</summary>
[Trait("Category", "Chaos")]
public sealed class DisturbedRedisTests
{
    private const int Count = 3000;
    private const int Effort = 20_000;

    [Fact]
    public async Task A_server_that_is_killed_and_started_again_loses_nothing_that_it_took()
    {
        // With everysec Redis answers before it writes, while the disk is busy with a sync.
        await using var fleet = NewFleet("--appendonly yes", "--appendfsync always");
        await fleet.StartWorkerAsync();
        await fleet.StartWorkerAsync();
        await using var engine = fleet.Connect();
        await using var run = await engine.StartAsync(FanIn.All, fleet.Load(Count, Effort));
        foreach (var reached in new[] { Count / 4, Count / 2 })
        {
            await fleet.AwaitEffectsAsync(reached);
            fleet.Server.Kill();
            fleet.Server.Start();
        }

        await fleet.AssertSumAsync(run, Count);
        fleet.AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_server_that_forgets_its_scripts_every_100_ms_is_told_them_again()
    {
        await using var fleet = NewFleet();
        await fleet.StartWorkerAsync();
        await fleet.StartWorkerAsync();
        await using var engine = fleet.Connect();
        await using var run = await engine.StartAsync(FanIn.All, fleet.Load(Count, Effort));

        var flushes = await DisturbAsync(run, fleet, 100, static redis => redis.Execute("SCRIPT", "FLUSH"));

        await fleet.AssertSumAsync(run, Count);
        Assert.InRange(flushes, 2, int.MaxValue);
        fleet.AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_server_that_stands_still_again_and_again_delays_and_changes_nothing()
    {
        await using var fleet = NewFleet();
        await fleet.StartWorkerAsync();
        await fleet.StartWorkerAsync();
        await using var engine = fleet.Connect();
        await using var run = await engine.StartAsync(FanIn.All, fleet.Load(Count, Effort));

        var pauses = await DisturbAsync(run, fleet, 250, static redis => redis.Execute("CLIENT", "PAUSE", 100, "ALL"));

        await fleet.AssertSumAsync(run, Count);
        Assert.InRange(pauses, 1, int.MaxValue);
        fleet.AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_full_server_is_named_and_the_run_goes_on_when_there_is_room()
    {
        await using var fleet = NewFleet();
        // For so long the driver hopes for room.
        fleet.DriverLease = TimeSpan.FromSeconds(5);
        await using var engine = fleet.Connect();
        await fleet.StartWorkerAsync();
        fleet.Raw.Execute("CONFIG", "SET", "maxmemory", 1);

        var error = await Assert.ThrowsAsync<RedisFullException>(() => engine.StartAsync(FanIn.All, fleet.Load(Count)).OrHang());

        Assert.Contains("has reached its maxmemory", error.Message, StringComparison.Ordinal);
        fleet.Raw.Execute("CONFIG", "SET", "maxmemory", 0);
        await using var run = await engine.StartAsync(FanIn.All, fleet.Load(Count, Effort));
        await fleet.AwaitEffectsAsync(Count / 4);
        fleet.Raw.Execute("CONFIG", "SET", "maxmemory", 1);
        // Workers drain what is there, the driver writes no more.
        await Assert.ThrowsAnyAsync<GraflowException>(() => run.Completion.OrHang());
        fleet.Raw.Execute("CONFIG", "SET", "maxmemory", 0);

        await using var again = await engine.ResumeAsync(FanIn.All, run.Id).OrHang();
        await fleet.AssertSumAsync(again, Count);
        fleet.AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_server_whose_data_was_deleted_ends_the_run_with_an_error_that_says_so()
    {
        await using var fleet = NewFleet();
        var worker = await fleet.StartWorkerAsync(slots: 2);
        await using var engine = fleet.Connect();
        await using var run = await engine.StartAsync(Gated.All, (2, fleet.Gate.Port));
        using var first = await fleet.Gate.NextAsync();
        using var second = await fleet.Gate.NextAsync();

        fleet.Raw.Execute("FLUSHALL");
        first.Open();
        second.Open();

        var error = await Assert.ThrowsAnyAsync<GraflowException>(() => run.Completion.OrHang());
        Assert.Contains(run.Id, error.Message, StringComparison.Ordinal);

        // The worker serves on.
        Assert.False(worker.HasExited);
        await using var next = await engine.StartAsync(Small.Chain, 20);
        Assert.Equal(42, await next.Completion.OrHang());
    }

    private static ChaosFleet NewFleet(params string[] settings)
    {
        ChaosFleet fleet = new(settings);
        // Longer than the server is away, or what runs would be begun again.
        fleet.Place = fleet.Place with { Lease = TimeSpan.FromSeconds(20) };
        return fleet;
    }

    private static async Task<int> DisturbAsync<T>(Run<T> run, ChaosFleet fleet, int milliseconds, Action<IDatabase> disturb)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(milliseconds));
        var count = 0;
        while (await timer.WaitForNextTickAsync() && !run.Completion.IsCompleted)
        {
            disturb(fleet.Raw);
            count++;
        }

        return count;
    }
}
