namespace Graflow.Json;

/// <summary>What <c>workers ls</c> tells.</summary>
internal sealed record WorkerList(IReadOnlyList<WorkerEntry> Workers);
