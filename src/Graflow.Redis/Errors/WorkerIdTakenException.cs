using System.Globalization;
using Graflow.Fleets;
using Graflow.Redis.Tasks;

namespace Graflow;

/// <summary>Another worker of the fleet that is alive has the id of this one. A worker that finds its id taken waits for as long as a dead one would keep it, and only then fails.</summary>
public sealed class WorkerIdTakenException : GraflowException, IFleetFault
{
    internal WorkerIdTakenException(string workerId, WorkerNamesake other)
        : base(string.Create(CultureInfo.InvariantCulture, $"The id '{workerId}' belongs to another worker, process {other.ProcessId} on {other.Host}, which is alive and has it until {other.ListedUntil.UtcDateTime:yyyy-MM-dd HH:mm:ss'Z'} at least. Each worker of a fleet has an id of its own: stop the other one, or give this one another --worker-id (WORKER_ID, RedisWorkerOptions.WorkerId); without any it makes one up."))
    {
        WorkerId = workerId;
        Host = other.Host;
        ProcessId = other.ProcessId;
    }

    /// <summary>The id.</summary>
    public string WorkerId { get; }

    /// <summary>The machine of the worker that has it.</summary>
    public string Host { get; }

    /// <summary>That worker's process on its machine.</summary>
    public string ProcessId { get; }
}
