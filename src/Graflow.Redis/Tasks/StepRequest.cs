namespace Graflow.Redis.Tasks;

/// <summary>What a worker brings back and what it asks for.</summary>
/// <param name="Worker">Who asks.</param>
/// <param name="Lease">For how long a claim holds without a heartbeat.</param>
/// <param name="Known">What the worker can run.</param>
/// <param name="Queues">The queues that it serves.</param>
internal sealed record StepRequest(string Worker, TimeSpan Lease, KnownIds Known, QueuePicker Queues)
{
    internal IReadOnlyCollection<FinishedTask> Finished { get; init; } = [];

    /// <summary>How many tasks to claim at most.</summary>
    internal int Wanted { get; init; }
}
