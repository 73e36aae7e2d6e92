using System.Collections.Concurrent;
using Graflow.Engine;
using Graflow.Fleets;
using Graflow.Logs;

namespace Graflow.Tests.Fleets;

/// <summary>A store that engines share, and workers that serve its queues, in one process: engines stand for programs.</summary>
internal sealed class LoopbackFleet : IFleetUnderTest
{
    internal const int MaxDeliveries = 3;

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, LoopbackRun> _runs = new(StringComparer.Ordinal);
    private readonly List<LoopbackTask> _waiting = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly MemoryRunStore _store;
    private readonly WorkflowEngine _worker;
    private readonly AttemptRunner _runner;
    private readonly int _slots;
    private readonly Random? _order;
    private int _busy;
    private bool _isHeld;

    /// <param name="time">The clock of all.</param>
    /// <param name="workers">What the workers' program sets.</param>
    /// <param name="slots">How many bodies run at once.</param>
    /// <param name="seed">Of the order in which tasks of one priority are taken; null for the order in which they came.</param>
    internal LoopbackFleet(TimeProvider time, Action<WorkflowEngineOptions>? workers = null, int slots = 8, int? seed = null)
    {
        (Time, _slots, _order) = (time, slots, seed is { } known ? new Random(known) : null);
        _store = new MemoryRunStore(time);
        _worker = new WorkflowEngine(o =>
        {
            o.TimeProvider = time;
            workers?.Invoke(o);
        });
        _runner = new AttemptRunner(_worker);
    }

    internal TimeProvider Time { get; }

    /// <summary>Whether the worker that takes an attempt dies over it, by its delivery from 1.</summary>
    internal Func<QueuedAttempt, int, bool> LosesWorker { get; set; } = static (_, _) => false;

    /// <summary>How long ago a worker says that it has begun with an attempt, by its delivery.</summary>
    internal Func<QueuedAttempt, int, TimeSpan> Ago { get; set; } = static (_, _) => TimeSpan.Zero;

    /// <summary>The tasks that wait for a worker, in the order in which they came.</summary>
    internal IReadOnlyList<LoopbackTask> Waiting
    {
        get
        {
            lock (_lock)
            {
                return [.. _waiting];
            }
        }
    }

    internal IRunStore Store => _store;

    /// <summary>A program that drives runs of the fleet.</summary>
    public WorkflowEngine Driver(Action<WorkflowEngineOptions>? configure = null) => new(o =>
    {
        o.TimeProvider = Time;
        o.UseFleet((_, _) => new LoopbackStore(this, _store), new QueueExecution("default"));
        configure?.Invoke(o);
    });

    internal LoopbackRun RunOf(string runId) => _runs.GetOrAdd(runId, id => new LoopbackRun(this, id));

    /// <summary>Lets workers take no task any more.</summary>
    internal void Hold() => _isHeld = true;

    /// <summary>Lets workers take tasks again.</summary>
    internal void Release()
    {
        _isHeld = false;
        Pump();
    }

    internal void Add(LoopbackTask task)
    {
        lock (_lock)
        {
            _waiting.Add(task);
        }

        Pump();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _worker.DisposeAsync();
        await _store.DisposeAsync();
    }

    private void Pump()
    {
        while (TryTake() is { } task)
        {
            _ = Task.Run(() => RunAsync(task));
        }
    }

    private LoopbackTask? TryTake()
    {
        lock (_lock)
        {
            _waiting.RemoveAll(static task => task.IsWithdrawn);
            if (_isHeld || _busy == _slots || _waiting.Count == 0 || _stop.IsCancellationRequested)
            {
                return null;
            }

            var first = _waiting.Max(static task => task.Priority);
            LoopbackTask[] best = [.. _waiting.Where(task => task.Priority == first)];
            var taken = best[_order?.Next(best.Length) ?? 0];
            _waiting.Remove(taken);
            _busy++;
            return taken;
        }
    }

    private async Task RunAsync(LoopbackTask task)
    {
        var isOver = await task.RunAsync(_runner, LosesWorker, Ago, _stop.Token);
        lock (_lock)
        {
            _busy--;
        }

        if (!isOver && !_stop.IsCancellationRequested)
        {
            Add(task);
        }

        Pump();
    }
}
