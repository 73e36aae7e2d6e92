using Graflow.Redis.TestProgram;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Chaos;

/// <summary>Clocks, builds and runs that differ.</summary>
[Trait("Category", "Chaos")]
public sealed class FleetOfManyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_worker_whose_clock_is_an_hour_off_works_as_all_others(int hours)
    {
        const int count = 200;
        await using ChaosFleet fleet = new();
        // Long for a machine that is busy, and short for an hour.
        fleet.Place = fleet.Place with { Lease = TimeSpan.FromSeconds(60) };
        await using RedisWorker worker = new(
            options => options.TimeProvider = new SkewedTimeProvider(TimeSpan.FromHours(hours)),
            options =>
            {
                options.Redis = fleet.Place.Redis;
                options.ConfigureRedis = fleet.Place.Configure;
                options.ReapInterval = TimeSpan.FromMilliseconds(100);
            });
        using CancellationTokenSource stop = new();
        var serving = worker.RunAsync(stop.Token);
        await worker.WhenServing.OrHang();
        await fleet.StartWorkerAsync();
        await using var engine = fleet.Connect();
        await using var run = await engine.StartAsync(FanIn.All, fleet.Load(count, effort: 20_000));

        await fleet.AssertSumAsync(run, count);

        // Nobody took a lease for over, and nobody's result for late.
        Assert.Equal(count, Effects.Read(fleet.Effects).Count);
        Assert.Equal(0, fleet.StaleCommits());
        await stop.CancelAsync();
        await serving.OrHang();
        fleet.AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_worker_of_an_older_build_leaves_alone_what_it_does_not_know()
    {
        const int count = 50;
        await using ChaosFleet fleet = new();
        await fleet.StartWorkerAsync(program: TestProcess.OlderProgram);
        await using var engine = fleet.Connect();
        await using var run = await engine.StartAsync(Mixed.All, count);
        await Until.TrueAsync(() => fleet.Raw.SortedSetLength("{gf:0}:q:default/Known.Old") == 0 && fleet.Raw.SortedSetLength("{gf:0}:lease") == 0
            && fleet.Raw.SortedSetLength("{gf:0}:q:default/Mixed.New") == count);

        await fleet.StartWorkerAsync();

        Assert.Equal($"{count} old, Graflow.Redis.TestProgram", await run.Completion.OrHang());
        fleet.AssertNothingIsLeft();
    }

    [Fact]
    public async Task Ten_thousand_runs_at_once_each_have_their_own_result()
    {
        const int runs = 10_000;
        await using ChaosFleet fleet = new();
        // All starts are under way at once, and the last of them waits for all others.
        fleet.Place = fleet.Place with { Lease = TimeSpan.FromSeconds(20), Timeout = TimeSpan.FromSeconds(30) };
        await fleet.StartWorkerAsync(slots: 16);
        await using var engine = fleet.Connect();

        var results = await Task.WhenAll(Enumerable.Range(0, runs).Select(number => engine.RunAsync(Small.Chain, number))).WaitAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(Enumerable.Range(0, runs).Select(static number => 2 * (number + 1)), results);
        Assert.Equal(0, fleet.StaleCommits());
        fleet.AssertNothingIsLeft();
    }
}
