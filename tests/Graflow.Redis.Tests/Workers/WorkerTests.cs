using Graflow.Redis.Keys;
using Graflow.Redis.Tests.Support;
using StackExchange.Redis;
using Xunit;

namespace Graflow.Redis.Tests.Workers;

/// <summary>What tests of whole workers share: a fleet of their own on the server's clock.</summary>
[Collection(SharedServer.Name)]
public abstract class WorkerTests(RedisServer server) : IAsyncLifetime
{
    private protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static int _fleets;

    private readonly List<RedisWorker> _workers = [];
    private readonly List<WorkflowEngine> _engines = [];
    private ConnectionMultiplexer _raw = null!;

    private protected RedisServer Server => server;

    private protected string Prefix { get; } = $"w{Environment.ProcessId}-{Interlocked.Increment(ref _fleets)}";

    /// <summary>The lease of workers: so long that none ends on a machine with too much to do; short in a test that waits for its end, or for a heartbeat.</summary>
    private protected TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    private protected IDatabase Raw => _raw.GetDatabase();

    private protected RedisCell Cell => new RedisCells(Prefix, 1).All[0];

    public Task InitializeAsync()
    {
        // A worker knows what is registered when it begins.
        _ = WorkerFlows.Sum;
        _raw = server.Connect();
        return Task.CompletedTask;
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.DisposeAsync().AsTask().WaitAsync(Patience);
        }

        foreach (var engine in _engines)
        {
            await engine.DisposeAsync();
        }

        await _raw.CloseAsync();
    }

    private protected void Configure(RedisOptions redis)
    {
        redis.KeyPrefix = Prefix;
        redis.Lease = Lease;
    }

    /// <summary>An engine that drives runs and has no slots.</summary>
    private protected WorkflowEngine Driver(Action<WorkflowEngineOptions>? configure = null)
    {
        WorkflowEngine engine = new(options =>
        {
            options.UseRedis(server.Address, redis =>
            {
                Configure(redis);
                // It shares its process with all other tests, and nothing is to take its runs over.
                redis.Lease = TimeSpan.FromSeconds(60);
            });
            configure?.Invoke(options);
        });
        _engines.Add(engine);
        return engine;
    }

    private protected RedisWorker Worker(Action<RedisWorkerOptions>? configure = null, Action<WorkflowEngineOptions>? engine = null)
    {
        RedisWorker worker = new(engine, options =>
        {
            options.Redis = server.Address;
            options.ConfigureRedis = Configure;
            options.MaxConcurrentTasks = 4;
            options.GracefulShutdownTimeout = TimeSpan.Zero;
            options.ReapInterval = TimeSpan.FromMilliseconds(200);
            configure?.Invoke(options);
        });
        _workers.Add(worker);
        return worker;
    }

    /// <summary>A worker that serves already, with what begins its end.</summary>
    private protected async Task<(RedisWorker Worker, CancellationTokenSource Stop, Task Running)> Serving(Action<RedisWorkerOptions>? configure = null, Action<WorkflowEngineOptions>? engine = null)
    {
        var worker = Worker(configure, engine);
        CancellationTokenSource stop = new();
        var running = worker.RunAsync(stop.Token);
        await Task.WhenAny(running, worker.WhenServing).WaitAsync(Patience);
        await worker.WhenServing;
        return (worker, stop, running);
    }

    private protected static async Task When(Func<bool> condition)
    {
        using CancellationTokenSource limit = new(Patience, TimeProvider.System);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
        }
    }

    private protected long Stale => (long)Raw.HashGet(Cell.Key("cell"), "stale");

    private protected long Length(string key) => (long)Raw.Execute(key is "lease" or "workers" ? "ZCARD" : "SCARD", Cell.Key(key));
}
