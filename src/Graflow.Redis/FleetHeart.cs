using System.Collections.Concurrent;
using Graflow.Redis.Keys;
using Graflow.Redis.Tasks;

namespace Graflow.Redis;

/// <summary>
/// Keeps what a process holds in Redis: the runs that it drives and the tasks that it runs. Beats from a thread of its own, which a crowded thread pool does not stop,
/// and by real time, since leases end by the server's clock. Thread-safe.
/// </summary>
/// <param name="fleet">The process's fleet.</param>
/// <param name="isByItself">Whether it beats without being told to.</param>
internal sealed class FleetHeart(RedisFleet fleet, bool isByItself) : IDisposable
{
    private readonly ConcurrentDictionary<(string RunId, long Epoch), (RedisCell Cell, Action<bool> Lost)> _runs = [];
    private readonly ManualResetEventSlim _stop = new();
    private int _isStarted;

    /// <summary>How long what is held stays held without a beat.</summary>
    internal TimeSpan Lease { get; } = fleet.Options.Lease;

    /// <summary>The process's worker; null in one that only drives runs.</summary>
    internal ITaskHolder? Tasks
    {
        get;
        set
        {
            field = value;
            Start();
        }
    }

    /// <summary>Holds a run until it is released.</summary>
    /// <param name="cell">Where it is.</param>
    /// <param name="runId">Its id.</param>
    /// <param name="epoch">What tells this driving of it from others.</param>
    /// <param name="lost">Called when another process has it, or, with true, when it is gone.</param>
    internal void Hold(RedisCell cell, string runId, long epoch, Action<bool> lost)
    {
        _runs[(runId, epoch)] = (cell, lost);
        Start();
    }

    internal void Release(string runId, long epoch) => _runs.TryRemove((runId, epoch), out _);

    /// <summary>Beats once. What it says is on its way when the call returns; the task ends when all of it is answered, or was not in time.</summary>
    internal Task BeatAsync() => Task.WhenAll(fleet.Cells.All.Where(cell => Tasks is not null || IsHeld(cell)).Select(BeatAsync));

    public void Dispose() => _stop.Set();

    private bool IsHeld(RedisCell cell) => _runs.Values.Any(held => held.Cell == cell);

    private void Start()
    {
        if (isByItself && Interlocked.Exchange(ref _isStarted, 1) == 0)
        {
            new Thread(Run) { IsBackground = true, Name = "Graflow heart", Priority = ThreadPriority.AboveNormal }.Start();
        }
    }

    private void Run()
    {
        while (!_stop.Wait(Lease / 3))
        {
            _ = BeatAsync();
        }
    }

    /// <summary>Beats once in one cell.</summary>
    internal async Task BeatAsync(RedisCell cell)
    {
        var (holder, runs) = (Tasks, _runs.Where(held => held.Value.Cell == cell).ToDictionary(static held => held.Key, static held => held.Value.Lost));
        var beat = new Heartbeat(Lease) { Runs = runs.Keys };
        try
        {
            if (fleet.Connection is not { } redis)
            {
                return;
            }

            var reply = await new CellTasks(redis, cell).BeatAsync(holder?.Beat(cell, beat) ?? beat, CancellationToken.None).ConfigureAwait(false);
            foreach (var task in reply.LostTasks)
            {
                holder!.Lose(cell, task);
            }

            if (reply.Namesake is { } other)
            {
                holder!.Yield(other);
            }

            foreach (var (run, isGone) in reply.LostRuns)
            {
                Release(run.RunId, run.Epoch);
                runs[run](isGone);
            }
        }
        catch (Exception exception) when (exception is GraflowException or ObjectDisposedException)
        {
            // The next one tries again; a journal that cannot write for as long as its lease ends by itself.
        }
    }
}
