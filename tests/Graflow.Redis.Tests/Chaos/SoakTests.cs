using System.Diagnostics;
using System.Globalization;
using Graflow.Redis.TestProgram;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Chaos;

[Trait("Category", "Chaos")]
public sealed class SoakTests
{
    private const int AtOnce = 50;
    private const int Kept = 100;

    /// <summary>How long, in seconds: GRAFLOW_SOAK, as in <c>GRAFLOW_SOAK=600 dotnet test --filter Soak</c>.</summary>
    private static TimeSpan Length => TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("GRAFLOW_SOAK") ?? "10", CultureInfo.InvariantCulture));

    [Fact]
    public async Task Runs_that_come_and_go_leave_neither_keys_nor_memory_behind()
    {
        await using ChaosFleet fleet = new();
        fleet.Place = fleet.Place with { Kept = Kept, Lease = TimeSpan.FromSeconds(20) };
        var worker = await fleet.StartWorkerAsync(slots: 8);
        await using var engine = fleet.Connect();
        var watch = Stopwatch.StartNew();
        List<(long Keys, long Redis, long Worker)> seen = [];
        var runs = 0;
        while (watch.Elapsed < Length || seen.Count < 10)
        {
            var results = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(number => engine.RunAsync(Small.Chain, number))).OrHang();
            Assert.Equal(Enumerable.Range(0, AtOnce).Select(static number => 2 * (number + 1)), results);
            runs += AtOnce;
            seen.Add(((long)fleet.Raw.Execute("DBSIZE"), UsedMemory(fleet), worker.ResidentMemory));
        }

        // Sweeps come every other second: what came meanwhile is kept too.
        await Until.TrueAsync(() => fleet.Raw.SortedSetLength("{gf:0}:ended") <= Kept);
        var (middle, last) = (seen[seen.Count / 2], seen[^1]);
        Assert.InRange(runs, 4 * AtOnce, int.MaxValue);
        Assert.InRange(last.Redis, 0, middle.Redis + (16L << 20));
        Assert.InRange(last.Worker, 0, middle.Worker + (48L << 20));
        // A run that has ended has its log and a hash.
        Assert.InRange((long)fleet.Raw.Execute("DBSIZE"), 0, (3 * Kept) + 20);
        fleet.AssertNothingIsLeft();
    }

    private static long UsedMemory(ChaosFleet fleet) =>
        long.Parse(((string)fleet.Raw.Execute("INFO", "memory")!).Split('\n').First(static line => line.StartsWith("used_memory:", StringComparison.Ordinal)).Split(':')[1], CultureInfo.InvariantCulture);
}
