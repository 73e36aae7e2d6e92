using Graflow.Redis.Workers;

namespace Graflow;

/// <summary>A process's part in a fleet: runs bodies of tasks that wait in Redis and, unless it is told not to, drives runs that nobody drives.</summary>
public sealed class RedisWorker : IAsyncDisposable
{
    private readonly WorkerSettings _settings;
    private readonly TaskCompletionSource _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes a worker; nothing is connected before it runs.</summary>
    /// <param name="configure">Sets up the engine that runs bodies and drives runs: services, handlers, loggers; null leaves all at the defaults.</param>
    /// <param name="options">Says what the worker serves, and where; null leaves all at the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public RedisWorker(Action<WorkflowEngineOptions>? configure = null, Action<RedisWorkerOptions>? options = null)
    {
        var chosen = new RedisWorkerOptions();
        options?.Invoke(chosen);
        _settings = WorkerSettings.Of(chosen);
        var engine = new WorkflowEngineOptions();
        configure?.Invoke(engine);
    }

    /// <summary>The worker's name in the fleet.</summary>
    public string Id => _settings.WorkerId;

    /// <summary>Ends when the worker serves: from then on it claims tasks. Fails as <see cref="RunAsync"/> does if it comes not so far.</summary>
    internal Task WhenServing => _serving.Task;

    /// <summary>Serves until it is told to stop, and then until what runs has ended or was given to others. Call it once.</summary>
    /// <param name="stop">Begins the graceful stop; the returned task ends when it is over, without an exception.</param>
    /// <exception cref="RedisUnavailableException">Redis cannot be reached at the start. Later on the worker waits until it can.</exception>
    /// <exception cref="RedisGuardException">The server would lose or corrupt runs.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        _serving.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Stops the worker at once, if it still runs: bodies are told to end, and what has not ended goes to others.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
