using Graflow.Fleets;

namespace Graflow.Json;

/// <summary>A worker that is alive.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Queues">The queues that it serves, with their weights: <c>a,b:3</c>.</param>
/// <param name="Slots">How many bodies it runs at once at most.</param>
/// <param name="Running">How many it runs.</param>
/// <param name="Drives">Whether it drives runs.</param>
internal sealed record WorkerEntry(string Id, string Queues, int Slots, int Running, bool Drives)
{
    public required string Host { get; init; }

    public required string ProcessId { get; init; }

    public required string Version { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    internal static WorkerEntry Of(FleetWorker worker) => new(worker.Id, worker.Queues, worker.Slots, worker.Running, worker.Drives)
    {
        Host = worker.Host,
        ProcessId = worker.ProcessId,
        Version = worker.Version,
        SeenAt = worker.SeenAt,
    };
}
