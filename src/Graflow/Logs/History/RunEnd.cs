namespace Graflow.Logs;

/// <summary>How a run ended.</summary>
/// <param name="Kind">Which of the three ends.</param>
/// <param name="Elapsed">How long after its start.</param>
/// <param name="Payload">The output, the failure, or the reason.</param>
internal sealed record RunEnd(RecordKind Kind, TimeSpan Elapsed, ReadOnlyMemory<byte> Payload);
