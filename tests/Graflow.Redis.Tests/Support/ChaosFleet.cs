using Graflow.Redis.TestProgram;
using Graflow.Tests.Engine;
using StackExchange.Redis;
using Xunit;

namespace Graflow.Redis.Tests.Support;

/// <summary>A fleet on a server of its own, whose workers are processes of their own.</summary>
internal sealed class ChaosFleet : IAsyncDisposable
{
    private readonly List<TestProcess> _processes = [];
    private readonly RedisServer? _server;
    private ConnectionMultiplexer? _connection;
    private int _workers;

    static ChaosFleet() => Graflow.Generated.Graflow_Redis_TestProgram.Module.Register();

    /// <param name="settings">Settings of a server that nobody else uses.</param>
    internal ChaosFleet(params string[] settings)
    {
        _server = new RedisServer(settings);
        Place = new FleetPlace(_server.Address, TimeSpan.FromSeconds(1));
    }

    internal ChaosFleet(RedisCluster cluster, int cells) => Place = new FleetPlace(cluster.Address, TimeSpan.FromSeconds(1), cells);

    internal RedisServer Server => _server!;

    internal FleetPlace Place { get; set; }

    /// <summary>The lease of drivers in this process, which does much besides.</summary>
    internal TimeSpan DriverLease { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Where bodies write down what they did.</summary>
    internal string Effects { get; } = Directory.CreateTempSubdirectory("graflow-effects-").FullName;

    internal Gate Gate { get; } = new();

    /// <summary>A connection past everything that is tested.</summary>
    internal IDatabase Raw => (_connection ??= Server.Connect()).GetDatabase();

    internal WorkflowEngine Connect(Action<WorkflowEngineOptions>? configure = null) => new(options =>
    {
        options.UseRedis(Place.Redis, (Place with { Lease = DriverLease }).Configure);
        configure?.Invoke(options);
    });

    /// <summary>Starts a worker and waits until it serves.</summary>
    internal async Task<TestProcess> StartWorkerAsync(int slots = 4, bool drives = false, string program = TestProcess.Program)
    {
        var worker = Launch(Place, program, "worker", $"w{Interlocked.Increment(ref _workers)}", $"{slots}", $"{drives}");
        await worker.AwaitLineAsync("serving");
        return worker;
    }

    /// <summary>Starts a process that drives a run, and waits until it does.</summary>
    internal async Task<TestProcess> StartDriverAsync(string runId, Load load, TimeSpan? lease = null)
    {
        var driver = Launch(Place with { Lease = lease ?? Place.Lease }, TestProcess.Program, "drive", runId, $"{load.Count}", load.Effects, $"{load.Effort}");
        await driver.AwaitLineAsync("driving");
        return driver;
    }

    internal Load Load(int count, int effort = 0) => new(count, Effects, effort);

    /// <summary>Waits until so many pieces were worked on.</summary>
    internal Task AwaitEffectsAsync(int count) => Until.TrueAsync(() => TestProgram.Effects.Read(Effects).Count >= count);

    /// <summary>That the sum is right, that every piece was worked on, and that the log has each result once.</summary>
    internal Task AssertSumAsync(Run<long> run, int count) => AssertSumAsync(run.Completion, run.Id, count);

    internal async Task AssertSumAsync(Task<long> result, string runId, int count)
    {
        Assert.Equal(FanIn.Expected(count), await result.OrHang());
        Assert.Equal(Enumerable.Range(0, count), TestProgram.Effects.Read(Effects).Distinct().Order());
        await using var engine = Connect();
        var succeeded = (await engine.Runs.EventsAsync(runId)).OfType<TaskSucceeded>().Select(static happened => happened.TaskId).ToList();
        Assert.Equal(count + 2, succeeded.Count);
        Assert.Equal(count + 2, succeeded.Distinct().Count());
        Assert.Single(succeeded, "FanIn.Sum");
    }

    /// <summary>That no task, lease, queue or driver is left of what has ended.</summary>
    internal void AssertNothingIsLeft()
    {
        var left = ((string[])Raw.Execute("KEYS", "*")!)
            .Select(static key => key[(key.IndexOf('}', StringComparison.Ordinal) + 2)..])
            .Where(static key => key is "lease" or "queues" or "drive" || key.StartsWith("t:", StringComparison.Ordinal) || key.StartsWith("q:", StringComparison.Ordinal) || key.StartsWith("c:", StringComparison.Ordinal));
        Assert.Empty(left);
    }

    /// <summary>How many results came after their claim was lost.</summary>
    internal long StaleCommits() => (long?)Raw.HashGet("{gf:0}:cell", "stale") ?? 0;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await Gate.DisposeAsync();
        _connection?.Dispose();
        _server?.Dispose();
        Directory.Delete(Effects, recursive: true);
    }

    private TestProcess Launch(FleetPlace place, string program, string role, params string[] rest)
    {
        var process = TestProcess.Start(program, [role, place.Redis, $"{place.Lease.TotalMilliseconds}", $"{place.Cells}", $"{place.Kept}", .. rest]);
        lock (_processes)
        {
            _processes.Add(process);
        }

        return process;
    }
}
