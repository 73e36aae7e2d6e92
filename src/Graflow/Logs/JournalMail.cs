namespace Graflow.Logs;

/// <summary>A mail in a run's inbox.</summary>
/// <param name="Id">What it is known by, unique in its run.</param>
/// <param name="Content">What was posted.</param>
internal sealed record JournalMail(string Id, ReadOnlyMemory<byte> Content);
