namespace Graflow.Json;

/// <summary>What a command tells that changed a run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Status"><c>cancelled</c>, <c>cancelling</c> (whoever drives it was told), <c>deleted</c> or <c>signalled</c>.</param>
internal sealed record ChangedRun(string RunId, string Status);
