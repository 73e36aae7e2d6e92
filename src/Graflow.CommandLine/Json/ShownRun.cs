namespace Graflow.Json;

/// <summary>What <c>runs show</c> tells.</summary>
internal sealed record ShownRun(RunEntry Run, IReadOnlyList<EventLine> Events);
