using System.Diagnostics;
using Graflow.Redis.TestProgram;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Chaos;

[Trait("Category", "Chaos")]
public sealed class NetworkTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_connection_that_swallows_everything_is_replaced_long_before_the_system_gives_it_up()
    {
        await using ChaosFleet fleet = new();
        // Longer than it takes to notice.
        fleet.Place = fleet.Place with { Lease = TimeSpan.FromSeconds(60) };
        await using SilentProxy proxy = new(fleet.Server.Port);
        await using RedisWorker worker = new(options: options =>
        {
            options.Redis = proxy.Address;
            options.ConfigureRedis = Configure;
            options.MaxConcurrentTasks = 2;
            options.Drive = false;
        });
        using CancellationTokenSource stop = new();
        var serving = worker.RunAsync(stop.Token);
        await worker.WhenServing.OrHang();
        await using WorkflowEngine engine = new(options => options.UseRedis(proxy.Address, Configure));
        await using var run = await engine.StartAsync(Gated.All, (2, fleet.Gate.Port));
        using var first = await fleet.Gate.NextAsync();
        using var second = await fleet.Gate.NextAsync();

        proxy.SilenceOpenConnections();
        var watch = Stopwatch.StartNew();
        first.Open();
        second.Open();

        Assert.Equal(1, await run.Completion.OrHang());
        // Noticed by worker and driver, at the same time or one after the other; the rest is for a machine with too much to do.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, (4 * Timeout) + TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await serving.OrHang();

        void Configure(RedisOptions options)
        {
            fleet.Place.Configure(options);
            options.CommandTimeout = Timeout;
        }
    }
}
