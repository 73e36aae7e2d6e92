namespace Graflow.Json;

/// <summary>What <c>runs resume --all</c> tells: how each run ended that was gone on with.</summary>
internal sealed record ResumedRuns(IReadOnlyList<ResumedEntry> Runs);
