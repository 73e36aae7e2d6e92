using Graflow.Redis.Channels;
using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Tasks;
using Microsoft.Extensions.Logging;

namespace Graflow.Redis.Workers;

/// <summary>A worker's dealings with one cell. What changes in it belongs to the loop's lock.</summary>
internal sealed class CellLine
{
    // So that neither a call nor its answer becomes a burden to others that wait for the connection.
    private const int MaxBatchBytes = 1024 * 1024;

    private readonly RedisConnection _redis;

    internal CellLine(RedisConnection redis, RedisCell cell, WorkerSettings settings, ILogger logger)
    {
        (_redis, Cell) = (redis, cell);
        Tasks = new CellTasks(redis, cell);
        Picker = new QueuePicker([.. settings.Queues]);
        Notes = new NoteSender(Tasks, redis.Time, logger);
    }

    internal RedisCell Cell { get; }

    internal CellTasks Tasks { get; }

    internal QueuePicker Picker { get; }

    internal NoteSender Notes { get; }

    /// <summary>What runs, by its claims: one whose lease ran out can be claimed again here while its body has not ended.</summary>
    internal Dictionary<ClaimedTask, RunningTask> Running { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>What is to be committed.</summary>
    internal List<EndedTask> Ended { get; } = [];

    /// <summary>The steps whose claims nobody has heard of.</summary>
    internal List<byte[]> LostSteps { get; } = [];

    /// <summary>Whether there may be tasks to claim.</summary>
    internal bool MayHaveTasks { get; set; } = true;

    /// <summary>Whether a step is to be made even if there is nothing to commit and no slot free, to know whether Redis answers.</summary>
    internal bool IsProbed { get; set; }

    /// <summary>The step whose answer is awaited; null for none.</summary>
    internal PendingStep? UnderWay { get; set; }

    /// <summary>What has ended, and may not be committed.</summary>
    internal IEnumerable<RunningTask> Uncommitted => Ended.Concat(UnderWay?.Ended ?? []).Select(static ended => ended.Task);

    internal bool IsRecovering { get; set; }

    /// <summary>Since when a task waits that only a worker takes which runs nothing else; null while none does.</summary>
    internal long? SuspectSince { get; set; }

    /// <summary>How many steps in a row have claimed for this cell.</summary>
    internal int Streak { get; set; }

    /// <summary>What the worker may be sent without asking; null for nothing. What an earlier worker of its id left is not known.</summary>
    internal Credit? Credit { get; set; } = Credit.Unknown();

    internal bool IsIdle => UnderWay is null && !IsRecovering && Ended.Count == 0 && Running.Count == 0 && Credit is null;

    internal bool CanStep => UnderWay is null && !IsRecovering;

    internal RedisChannel OpenChannel(string runId) => new(_redis, Cell, runId);

    internal EndedTask[] TakeEnded(int most)
    {
        var (count, bytes) = (0, 0);
        while (count < Ended.Count && count < most && bytes < MaxBatchBytes)
        {
            bytes += Ended[count++].Finished.Value.Length;
        }

        if (count == 0)
        {
            return [];
        }

        var taken = new EndedTask[count];
        Ended.CopyTo(0, taken, 0, count);
        Ended.RemoveRange(0, count);
        return taken;
    }

    /// <summary>No answer came: all of it is sent again, first.</summary>
    internal void PutBack(EndedTask[] ended) => Ended.InsertRange(0, ended.Select(static task => task with { IsAgain = true }));
}
