namespace Graflow.Json;

/// <summary>What <c>runs ls</c> tells.</summary>
internal sealed record RunList(IReadOnlyList<RunEntry> Runs);
