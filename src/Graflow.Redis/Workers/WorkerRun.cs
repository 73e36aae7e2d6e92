using System.Globalization;
using Graflow.Engine;
using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Tasks;
using Graflow.Runs;
using Microsoft.Extensions.Logging;

namespace Graflow.Redis.Workers;

/// <summary>A worker from its first claim to the end of its graceful stop.</summary>
internal sealed class WorkerRun : ITaskHolder, IAsyncDisposable
{
    // Wake-ups may be lost, and health is known by asking.
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(1);

    private readonly WorkerSettings _settings;
    private readonly RedisFleet _fleet;
    private readonly WorkflowEngine _engine;
    private readonly ILogger _logger;
    private readonly KnownIds _known;
    private readonly Dictionary<RedisCell, CellLine> _lines;
    private readonly WorkerEntry _entry;
    private readonly TaskCompletionSource<WorkerNamesake> _yielded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<IAsyncDisposable> _listeners = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _upkeep = Task.CompletedTask;
    private Task _poll = Task.CompletedTask;
    private volatile bool _isServing;
    private volatile bool _isLeaving;

    /// <param name="settings">What it serves.</param>
    /// <param name="fleet">Where; connected already.</param>
    /// <param name="engine">What runs its bodies and drives its runs.</param>
    /// <param name="redis">The fleet's connection.</param>
    /// <exception cref="FlowDefinitionException">Two of the program's assemblies declare the same id.</exception>
    internal WorkerRun(WorkerSettings settings, RedisFleet fleet, WorkflowEngine engine, RedisConnection redis)
    {
        (_settings, _fleet, _engine, _logger) = (settings, fleet, engine, engine.Logger);
        _known = KnownIds.Of(FleetKnowledge.Ids(engine));
        _entry = new WorkerEntry(fleet, settings.WorkerId, _logger) { Waits = other => WaitsForId?.Invoke(other) };
        _lines = fleet.Cells.All.ToDictionary(static cell => cell, cell => new CellLine(redis, cell, settings, _logger));
        var setup = new LoopSetup(settings, _known, new AttemptRunner(engine).RunAsync)
        {
            Lease = fleet.Options.Lease,
            Time = fleet.Time,
            Chance = fleet.Chance,
            Logger = _logger,
        };
        Loop = new TaskLoop(setup, _lines.Values);
        Upkeep = new Upkeep(setup, fleet.Options.Retention, Loop.Lines);
        Taker = settings.Drive ? new RunTaker(engine, _known, settings.MaxRuns, fleet.Chance) : null;
    }

    internal TaskLoop Loop { get; }

    internal Upkeep Upkeep { get; }

    /// <summary>Null for a worker that drives no runs.</summary>
    internal RunTaker? Taker { get; }

    internal WorkerSettings Settings => _settings;

    /// <summary>Tells it from other workers of its id.</summary>
    internal string Self => _entry.Self;

    /// <summary>How many runs it drives.</summary>
    internal int Driven => _engine.Driven.All.Count;

    /// <summary>Is told once, when another worker has its id at the start.</summary>
    internal Action<WorkerNamesake>? WaitsForId { get; init; }

    /// <summary>Ends when another worker has its id.</summary>
    internal Task<WorkerNamesake> Yielded => _yielded.Task;

    internal bool IsStopping => _stop.IsCancellationRequested;

    /// <summary>Whether it does not claim yet: it waits for its id, which nobody's restart would bring sooner.</summary>
    internal bool IsStarting => !_isServing;

    /// <summary>Whether Redis has answered an attempt to claim not too long ago, where there were any.</summary>
    internal bool IsHealthy => IsStarting || Loop.SinceAnswer <= _settings.UnhealthyAfter;

    /// <summary>Whether it claims tasks.</summary>
    internal bool IsReady => _isServing && !IsStopping && IsHealthy;

    internal async Task StartAsync(CancellationToken ct)
    {
        RaiseMinimumThreads(_settings.Slots);
        foreach (var line in _lines.Values)
        {
            _listeners.Add(await _fleet.Connection!.ListenAsync(line.Cell.WakeChannel, queue => Hear(line, queue), ct).ConfigureAwait(false));
            _listeners.Add(await _fleet.Connection!.ListenToBytesAsync(line.Cell.PushChannel(_settings.WorkerId), task => Hear(line, task), ct).ConfigureAwait(false));
            _listeners.Add(await _fleet.Connection!.ListenAsync(line.Cell.WorkerChannel(_settings.WorkerId), _ => Check(line), ct).ConfigureAwait(false));
            await line.Tasks.EnlistAsync(_known, ct).ConfigureAwait(false);
        }

        await _entry.TakeAsync([.. _lines.Select(static line => (line.Key, line.Value.Tasks))], cell => Beat(cell, new Heartbeat(_fleet.Heart.Lease)), ct).ConfigureAwait(false);
        _fleet.Heart.Tasks = this;
        FleetInstruments.Add(this);
        _isServing = true;
        Loop.Open();
        _poll = PollAsync();
        _upkeep = Upkeep.RunAsync(_stop.Token);
        Taker?.Start(_stop.Token);
    }

    /// <summary>Claims nothing more, lets what runs come to its end, and gives the rest to others.</summary>
    internal async Task StopAsync()
    {
        WorkerLog.Stopping(_logger, _settings.WorkerId, Loop.Running, Driven);
        await _stop.CancelAsync().ConfigureAwait(false);
        Loop.StopClaiming();
        if (Taker is not null)
        {
            await Taker.Stopped.ConfigureAwait(false);
        }

        if (!await TryDrainAsync(_settings.GracefulShutdownTimeout).ConfigureAwait(false))
        {
            Loop.CancelAll();
            // As long as a body that is told to end may take, and a little for what it does.
            if (!await TryDrainAsync(_engine.Pools.KillAfter + TimeSpan.FromMilliseconds(500)).ConfigureAwait(false))
            {
                WorkerLog.HandedBack(_logger, Loop.Running);
                Loop.HandBackAll();
                await TryDrainAsync(_fleet.Options.Lease).ConfigureAwait(false);
            }
        }

        // Runs that it drives go to others: their journals are released with the engine's store.
        await _engine.DisposeAsync().ConfigureAwait(false);
        await LeaveAsync().ConfigureAwait(false);
        WorkerLog.Stopped(_logger, _settings.WorkerId);
    }

    /// <summary>Ends everything that would go on by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        FleetInstruments.Remove(this);
        Loop.Close();
        foreach (var line in _lines.Values)
        {
            line.Notes.Close();
        }

        await Task.WhenAll(_poll, _upkeep, Taker?.Stopped ?? Task.CompletedTask).ConfigureAwait(false);
        foreach (var listener in _listeners)
        {
            await listener.DisposeAsync().ConfigureAwait(false);
        }

        Loop.Dispose();
        Taker?.Dispose();
        _stop.Dispose();
    }

    public Heartbeat Beat(RedisCell cell, Heartbeat beat) => beat with
    {
        Worker = _settings.WorkerId,
        Self = _entry.Self,
        Listed = _isLeaving ? TimeSpan.Zero : _fleet.Options.Lease,
        Known = _known,
        Tasks = Loop.HeldIn(_lines[cell]),
        About =
        [
            ("host", Environment.MachineName),
            ("pid", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)),
            ("version", ProgramVersion.Text),
            ("queues", QueueWeights.Text(_settings.Queues)),
            ("slots", _settings.Slots.ToString(CultureInfo.InvariantCulture)),
            ("running", Loop.Running.ToString(CultureInfo.InvariantCulture)),
            ("runs", Driven.ToString(CultureInfo.InvariantCulture)),
            ("drives", _settings.Drive ? "1" : "0"),
        ],
    };

    public void Lose(RedisCell cell, ClaimedTask task) => Loop.Lose(_lines[cell], task);

    public void Yield(WorkerNamesake other) => _yielded.TrySetResult(other);

    // The pool adds a thread or two a second once all are blocked; until then bodies that block would keep this worker's own work, its wake-ups and timers, from running.
    private static void RaiseMinimumThreads(int slots)
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.GetMaxThreads(out var mostWorkers, out _);
        ThreadPool.SetMinThreads(Math.Min(workers + slots, mostWorkers), ports);
    }

    /// <param name="line">The cell.</param>
    /// <param name="queue">The queue that has tasks; empty where a run waits, null when something may have been missed.</param>
    private void Hear(CellLine line, string? queue)
    {
        if (queue is null or "")
        {
            Taker?.Wake();
        }

        // Until the worker has its id, the tasks of that id are another one's.
        if (_isServing && (queue is null || _settings.Serves(queue)))
        {
            Loop.Wake(line);
        }
    }

    /// <param name="line">The cell.</param>
    /// <param name="task">What was pushed; null when something may have been missed.</param>
    private void Hear(CellLine line, byte[]? task)
    {
        if (!_isServing)
        {
            return;
        }

        if (task is null)
        {
            Loop.Wake(line);
        }
        else
        {
            Loop.Hear(line, PushMessage.Read(task));
        }
    }

    // The message may be about a claim that is gone, while another one of the same task has come: the beat compares the claims.
    private void Check(CellLine line) => _ = _fleet.Heart.BeatAsync(line.Cell);

    private async Task PollAsync()
    {
        var interval = _settings.UnhealthyAfter / 4 < LongestPoll ? _settings.UnhealthyAfter / 4 : LongestPoll;
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(interval * (0.75 + (_fleet.Chance() / 2)), _fleet.Time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Loop.Poll();
        }
    }

    private async Task<bool> TryDrainAsync(TimeSpan limit)
    {
        if (!Loop.WhenDrained.IsCompleted && limit > TimeSpan.Zero)
        {
            await Loop.WhenDrained.WaitAsync(limit, _fleet.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return Loop.WhenDrained.IsCompleted;
    }

    /// <summary>Takes the worker off the fleet's list.</summary>
    private async Task LeaveAsync()
    {
        _isLeaving = true;
        await _fleet.Heart.BeatAsync().ConfigureAwait(false);
        _fleet.Heart.Tasks = null;
    }
}
