using Graflow.Redis.Tests.Support;
using Graflow.Tests.Fleets;

namespace Graflow.Redis.Tests.Fleets;

/// <summary>Two workers on a real server, with a key prefix of their own.</summary>
internal sealed class RedisFleetUnderTest(string address) : IFleetUnderTest
{
    private static int _fleets;

    private readonly string _prefix = $"c{Environment.ProcessId}-{Interlocked.Increment(ref _fleets)}";
    private readonly List<RedisWorker> _workers = [];

    internal static async Task<IFleetUnderTest> StartAsync(RedisServer server)
    {
        // A worker knows what is registered when it begins.
        Graflow.Generated.Graflow_TestProgram.Module.Register();
        var fleet = new RedisFleetUnderTest(server.Address);
        for (var i = 0; i < 2; i++)
        {
            var worker = new RedisWorker(FleetCases.Configure, fleet.Configure);
            fleet._workers.Add(worker);
            _ = worker.RunAsync(CancellationToken.None);
            await worker.WhenServing;
        }

        return fleet;
    }

    public WorkflowEngine Driver(Action<WorkflowEngineOptions>? configure = null) => new(options =>
    {
        options.UseRedis(address, Configure);
        configure?.Invoke(options);
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.DisposeAsync();
        }
    }

    // Three connections for each case, beside tests that keep the machine busy: patience is not what is tested.
    private void Configure(RedisOptions redis) => (redis.KeyPrefix, redis.CommandTimeout) = (_prefix, TimeSpan.FromSeconds(30));

    private void Configure(RedisWorkerOptions worker)
    {
        worker.Redis = address;
        worker.ConfigureRedis = Configure;
        worker.SetQueues("default,gpu");
        worker.MaxConcurrentTasks = 4;
        worker.Drive = false;
        worker.GracefulShutdownTimeout = TimeSpan.Zero;
    }
}
