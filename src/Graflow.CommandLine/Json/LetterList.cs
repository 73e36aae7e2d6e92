namespace Graflow.Json;

/// <summary>What <c>dlq ls</c> tells.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Letters">The latest of them.</param>
internal sealed record LetterList(long Total, IReadOnlyList<LetterEntry> Letters);
