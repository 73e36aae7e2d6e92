using Graflow.Redis;
using Graflow.Redis.Connections;
using Graflow.Redis.Tasks;
using Graflow.Redis.Workers;

namespace Graflow;

/// <summary>A process's part in a fleet: runs bodies of tasks that wait in Redis and, unless it is told not to, drives runs that nobody drives.</summary>
public sealed class RedisWorker : IAsyncDisposable
{
    private readonly WorkerSettings _settings;
    private readonly RedisWorkerOptions _options;
    private readonly Action<WorkflowEngineOptions>? _configure;
    private readonly TaskCompletionSource _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _disposal = new();
    private Task? _running;

    /// <summary>Makes a worker; nothing is connected before it runs.</summary>
    /// <param name="configure">Sets up the engine that runs bodies and drives runs: services, handlers, loggers; null leaves all at the defaults.</param>
    /// <param name="options">Says what the worker serves, and where; null leaves all at the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public RedisWorker(Action<WorkflowEngineOptions>? configure = null, Action<RedisWorkerOptions>? options = null)
    {
        (_configure, _options) = (configure, new RedisWorkerOptions());
        options?.Invoke(_options);
        _settings = WorkerSettings.Of(_options);
    }

    /// <summary>The worker's name in the fleet.</summary>
    public string Id => _settings.WorkerId;

    /// <summary>Ends when the worker serves: from then on it claims tasks. Fails as <see cref="RunAsync"/> does if it comes not so far.</summary>
    internal Task WhenServing => _serving.Task;

    /// <summary>Is told once, when another worker has its id at the start.</summary>
    internal Action<WorkerNamesake>? WaitsForId { get; init; }

    /// <summary>The worker while it serves.</summary>
    internal WorkerRun? Run { get; private set; }

    /// <summary>Where its health can be asked for; null where no port was asked for.</summary>
    internal int? HealthPort { get; private set; }

    /// <summary>Serves until it is told to stop, and then until what runs has ended or was given to others. Call it once.</summary>
    /// <param name="stop">Begins the graceful stop; the returned task ends when it is over, without an exception.</param>
    /// <exception cref="RedisUnavailableException">Redis cannot be reached at the start. Later on the worker waits until it can.</exception>
    /// <exception cref="WorkerIdTakenException">Another worker has its id, and is still alive after a <see cref="RedisOptions.Lease"/>; or took it while this one gave no sign of life for that long, which then stops gracefully before it fails.</exception>
    /// <exception cref="RedisGuardException">The server would lose or corrupt runs.</exception>
    /// <exception cref="ArgumentException">A setting of the connection, or the health port, cannot be used.</exception>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    public Task RunAsync(CancellationToken stop)
    {
        ObjectDisposedException.ThrowIf(_disposal.IsCancellationRequested, this);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Interlocked.CompareExchange(ref _running, begun.Task, null) is not null)
        {
            throw new InvalidOperationException($"Worker {Id} has run already. Make a new one.");
        }

        return ServeAsync(begun, stop);
    }

    /// <summary>Stops the worker as a fired <c>stop</c> would, if it still runs, and waits until it has.</summary>
    public async ValueTask DisposeAsync()
    {
        await _disposal.CancelAsync().ConfigureAwait(false);
        if (_running is { } running)
        {
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ServeAsync(TaskCompletionSource ended, CancellationToken stop)
    {
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, _disposal.Token);
            await ServeAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested || _disposal.IsCancellationRequested)
        {
            // It was told to stop before it had begun.
        }
        catch (Exception exception)
        {
            _serving.TrySetException(exception);
            _ = _serving.Task.Exception;
            throw;
        }
        finally
        {
            _serving.TrySetCanceled(CancellationToken.None);
            ended.SetResult();
        }
    }

    private async Task ServeAsync(CancellationToken stop)
    {
        RedisFleet? fleet = null;
        var engine = new WorkflowEngine(options =>
        {
            _configure?.Invoke(options);
            fleet = new RedisFleet(RedisOptionsFor(options), new RedisSetup(options.TimeProvider));
            options.UseRedis(fleet);
        });
        await using var fleetEnd = fleet!.ConfigureAwait(false);
        await using var engineEnd = engine.ConfigureAwait(false);
        var redis = await fleet!.ConnectAsync(stop).ConfigureAwait(false);
        Run = new WorkerRun(_settings, fleet, engine, redis) { WaitsForId = WaitsForId };
        var health = _settings.HealthPort is { } port ? new HealthEndpoint(port, Run, fleet.Time) : null;
        try
        {
            HealthPort = health?.Port;
            await Run.StartAsync(stop).ConfigureAwait(false);
            WorkerLog.Serving(engine.Logger, Id, QueueWeights.Text(_settings.Queues), fleet.Address, _settings.Slots);
            _serving.TrySetResult();
            var yielded = Run.Yielded;
            await ((Task)yielded.WaitAsync(stop)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Run.StopAsync().ConfigureAwait(false);
            if (yielded.IsCompletedSuccessfully && !stop.IsCancellationRequested)
            {
                throw new WorkerIdTakenException(Id, await yielded.ConfigureAwait(false));
            }
        }
        finally
        {
            await Run.DisposeAsync().ConfigureAwait(false);
            if (health is not null)
            {
                await health.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private RedisOptions RedisOptionsFor(WorkflowEngineOptions engine)
    {
        var redis = RedisEngineExtensions.ConfiguredFor(engine)?.Copy() ?? new RedisOptions();
        redis.Configuration = _options.Redis ?? redis.Configuration;
        _options.ConfigureRedis?.Invoke(redis);
        redis.Validate();
        return redis;
    }
}
