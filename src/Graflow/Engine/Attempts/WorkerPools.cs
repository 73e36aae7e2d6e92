using Graflow.Handlers;
using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Engine;

/// <summary>The workers of an engine: one pool for each <c>Execution.Processes(n)</c> with another n, and one for each handler that has workers. Made when they are first needed. Thread-safe.</summary>
internal sealed class WorkerPools(WorkerOptions options, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<object, WorkerPool> _pools = [];
    private bool _isDisposed;

    /// <summary>The most processes that may die while they run one attempt.</summary>
    internal int MaxDeliveries => options.MaxDeliveries;

    /// <summary>How long a cancelled body may go on.</summary>
    internal TimeSpan KillAfter => options.KillAfter;

    internal WorkerPool Of(ProcessesExecution execution) =>
        Find(execution.Count, execution, static (pools, execution) => pools.Create(new ProcessLauncher(pools.Options.Program, pools.Time), execution.Count, pools.Options));

    internal WorkerPool Of(IWorkerHandler handler) =>
        Find(handler, handler, static (pools, handler) => pools.Create(handler.CreateLauncher(pools.Options, pools.Time, pools.Logger), handler.WorkersOf(pools.Options), handler.OptionsOf(pools.Options)));

    private WorkerOptions Options => options;

    private TimeProvider Time => time;

    private ILogger Logger => logger;

    public async ValueTask DisposeAsync()
    {
        WorkerPool[] pools;
        lock (_lock)
        {
            _isDisposed = true;
            pools = [.. _pools.Values];
        }

        await Task.WhenAll(pools.Select(static pool => pool.DisposeAsync().AsTask())).ConfigureAwait(false);
    }

    private WorkerPool Find<T>(object key, T source, Func<WorkerPools, T, WorkerPool> create)
    {
        lock (_lock)
        {
            if (_isDisposed)
            {
                throw WorkerPool.Disposed();
            }

            if (!_pools.TryGetValue(key, out var pool))
            {
                _pools[key] = pool = create(this, source);
            }

            return pool;
        }
    }

    private WorkerPool Create(IWorkerLauncher launcher, int size, WorkerOptions workers) => new(launcher, size, workers, time, logger);
}
