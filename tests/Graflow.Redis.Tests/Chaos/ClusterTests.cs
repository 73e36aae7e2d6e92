using Graflow.Redis.TestProgram;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Chaos;

/// <summary>Three masters, each with cells of its own.</summary>
[Trait("Category", "Chaos")]
public sealed class ClusterTests(RedisCluster cluster) : IClassFixture<RedisCluster>
{
    private const int Cells = 12;

    [Fact]
    public async Task Runs_are_spread_over_all_masters_and_one_fleet_serves_them_all()
    {
        const int runs = 48;
        await using ChaosFleet fleet = new(cluster, Cells);
        await fleet.StartWorkerAsync();
        await using var engine = fleet.Connect();

        var results = await Task.WhenAll(Enumerable.Range(0, runs).Select(number => engine.RunAsync(Small.Chain, number, new RunOptions { RunId = $"run-{number}" }))).OrHang();

        Assert.Equal(Enumerable.Range(0, runs).Select(static number => 2 * (number + 1)), results);
        var logs = cluster.Servers.Select(CountLogs).ToList();
        Assert.Equal(runs, logs.Sum());
        Assert.All(logs, static count => Assert.InRange(count, 1, runs - 2));
    }

    [Fact]
    public async Task A_worker_that_is_killed_there_changes_nothing_either()
    {
        const int count = 500;
        await using ChaosFleet fleet = new(cluster, Cells);
        var lost = await fleet.StartWorkerAsync();
        await using var engine = fleet.Connect();
        await using var run = await engine.StartAsync(FanIn.All, fleet.Load(count, effort: 20_000));
        await fleet.AwaitEffectsAsync(count / 10);
        lost.Kill();
        await fleet.StartWorkerAsync();

        await fleet.AssertSumAsync(run, count);
    }

    private static int CountLogs(RedisServer server) => server.Command("keys", "*:log:run-*").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
}
