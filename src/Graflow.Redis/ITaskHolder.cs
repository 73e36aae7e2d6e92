using Graflow.Redis.Keys;
using Graflow.Redis.Tasks;

namespace Graflow.Redis;

/// <summary>A worker, as the heart of its process asks it. Called concurrently, and never blocks.</summary>
internal interface ITaskHolder
{
    /// <summary>Adds what the worker says of itself, and the tasks that it runs in a cell.</summary>
    Heartbeat Beat(RedisCell cell, Heartbeat beat);

    /// <summary>A task turned out to be somebody else's, or nobody's.</summary>
    void Lose(RedisCell cell, ClaimedTask task);

    /// <summary>Another worker has its id, since it gave no signs of life for too long.</summary>
    void Yield(WorkerNamesake other);
}
