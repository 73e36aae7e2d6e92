namespace Graflow.Json;

/// <summary>What <c>runs why</c> tells.</summary>
internal sealed record ExplainedRun(RunEntry Run, IReadOnlyList<ReasonEntry> Reasons);
