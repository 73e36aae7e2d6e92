namespace Graflow.Logs;

/// <summary>What a journal held when it was read.</summary>
/// <param name="Records">The records, in order.</param>
/// <param name="Warning">What was wrong with the journal's end and was cut off; null when nothing was.</param>
internal sealed record JournalContent(IReadOnlyList<ReadOnlyMemory<byte>> Records, string? Warning = null);
