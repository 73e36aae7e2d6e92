namespace Graflow.Logs;

/// <summary>An event as the driver writes it: no text, no allocation. It becomes a <see cref="RunEvent"/> when somebody reads it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Place">To which vertex; default for events of the run.</param>
/// <param name="UtcTicks">When.</param>
/// <param name="Number">The attempt or the iteration, where there is one.</param>
/// <param name="Data">What else there is to say, by kind.</param>
internal readonly record struct EventRecord(EventKind Kind, VertexPlace Place, long UtcTicks, int Number = 0, object? Data = null);
