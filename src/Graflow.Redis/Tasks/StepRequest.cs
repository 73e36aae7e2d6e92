using System.Security.Cryptography;

namespace Graflow.Redis.Tasks;

/// <summary>What a worker brings back and what it asks for.</summary>
/// <param name="Worker">Who asks.</param>
/// <param name="Lease">For how long a claim holds without a heartbeat.</param>
/// <param name="Known">What the worker can run.</param>
/// <param name="Queues">The queues that it serves.</param>
internal sealed record StepRequest(string Worker, TimeSpan Lease, KnownIds Known, QueuePicker Queues)
{
    private const int NonceBytes = 16;

    /// <summary>Proves what the step claims, and names the step should its answer be lost.</summary>
    internal byte[] Nonce { get; init; } = RandomNumberGenerator.GetBytes(NonceBytes);

    internal IReadOnlyCollection<FinishedTask> Finished { get; init; } = [];

    /// <summary>How many of the finished ones, the first, were sent before without an answer: they may have been written then.</summary>
    internal int Again { get; init; }

    /// <summary>Whether the worker runs nothing else, so that it may take a task over which, or beside which, workers have died.</summary>
    internal bool IsAlone { get; init; } = true;

    /// <summary>How many tasks to claim at most.</summary>
    internal int Wanted { get; init; }

    /// <summary>Whether the worker may have credit, which is to be taken back.</summary>
    internal bool Revokes { get; init; }

    /// <summary>The proofs of the tasks that were pushed on that credit, and that the worker has heard of.</summary>
    internal IReadOnlyCollection<byte[]> Heard { get; init; } = [];

    /// <summary>Whether tasks that come later may be pushed to the worker while there are fewer than it wants.</summary>
    internal bool Grants { get; init; }
}
