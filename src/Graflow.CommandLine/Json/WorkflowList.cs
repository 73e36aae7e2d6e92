namespace Graflow.Json;

/// <summary>What <c>list</c> tells.</summary>
internal sealed record WorkflowList(IReadOnlyList<WorkflowEntry> Workflows);
