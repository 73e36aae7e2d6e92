using Graflow.Redis.Keys;
using Graflow.Redis.Tasks;
using Microsoft.Extensions.Logging;

namespace Graflow.Redis.Workers;

/// <summary>A worker's place on the fleet's list, which no other one may have while the worker is alive.</summary>
/// <param name="fleet">Where.</param>
/// <param name="workerId">Its id.</param>
/// <param name="logger">Is told when it has to wait.</param>
internal sealed class WorkerEntry(RedisFleet fleet, string workerId, ILogger logger)
{
    // A worker that died without a word has its id for as long as its lease.
    private readonly TimeSpan _look = fleet.Options.Lease / 12;

    /// <summary>Tells the worker from others of its id, also from one that had it before in the same process.</summary>
    internal string Self { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Is told once, when it has to wait.</summary>
    internal Action<WorkerNamesake>? Waits { get; init; }

    /// <summary>Takes the id, once whoever had it before is no longer alive.</summary>
    /// <param name="tasks">The cells.</param>
    /// <param name="beat">What the worker says in one.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="WorkerIdTakenException">It still is.</exception>
    internal async Task TakeAsync(IReadOnlyCollection<(RedisCell Cell, CellTasks Tasks)> tasks, Func<RedisCell, Heartbeat> beat, CancellationToken ct)
    {
        try
        {
            await TakeAllAsync(tasks, beat, ct).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not RedisUnavailableException)
        {
            // Those that it has got are not kept from others until its lease ends.
            await ((Task)TryTakeAsync(tasks, cell => beat(cell) with { Listed = TimeSpan.Zero }, CancellationToken.None)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private async Task TakeAllAsync(IReadOnlyCollection<(RedisCell Cell, CellTasks Tasks)> tasks, Func<RedisCell, Heartbeat> beat, CancellationToken ct)
    {
        if (await TryTakeAsync(tasks, beat, ct).ConfigureAwait(false) is not { } other)
        {
            return;
        }

        WorkerLog.IdTaken(logger, workerId, other.ProcessId, other.Host, other.ListedUntil);
        Waits?.Invoke(other);
        var (began, patience) = (fleet.Time.GetTimestamp(), other.Left > fleet.Options.Lease ? other.Left : fleet.Options.Lease);
        while (true)
        {
            var isLast = fleet.Time.GetElapsedTime(began) > patience;
            await Task.Delay(_look, fleet.Time, ct).ConfigureAwait(false);
            if (await TryTakeAsync(tasks, beat, ct).ConfigureAwait(false) is not { } present)
            {
                return;
            }

            if (isLast)
            {
                throw new WorkerIdTakenException(workerId, present);
            }
        }
    }

    /// <summary>In one order, so that of two that begin at once one gets all cells.</summary>
    private static async Task<WorkerNamesake?> TryTakeAsync(IReadOnlyCollection<(RedisCell Cell, CellTasks Tasks)> tasks, Func<RedisCell, Heartbeat> beat, CancellationToken ct)
    {
        foreach (var (cell, calls) in tasks)
        {
            if ((await calls.BeatAsync(beat(cell), ct).ConfigureAwait(false)).Namesake is { } other)
            {
                return other;
            }
        }

        return null;
    }
}
