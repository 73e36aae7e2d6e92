namespace Graflow.Logs;

/// <summary>What a store knows of a run without reading its journal.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Size">How many bytes its journal takes.</param>
/// <param name="LastWrite">When it was last written to.</param>
/// <param name="DrivenBy">Which process drives it, for people; null when none does.</param>
/// <param name="HasEnded">Whether its last record was written.</param>
/// <param name="Problem">Why no more is known; null where all is.</param>
internal sealed record JournalHead(string RunId, long Size, DateTimeOffset LastWrite, string? DrivenBy, bool HasEnded, Exception? Problem = null);
