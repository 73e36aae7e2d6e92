namespace Graflow.Json;

/// <summary>What <c>queues ls</c> tells.</summary>
internal sealed record QueueList(IReadOnlyList<QueueEntry> Queues);
