namespace Graflow.Engine;

/// <summary>A signal that was sent to a run.</summary>
/// <param name="Id">What it is known by: a signal that comes twice counts once.</param>
/// <param name="Name">What waits ask for.</param>
/// <param name="Key">Which of the waits of that name it is for; null for any.</param>
/// <param name="Type">The payload's type, in words.</param>
/// <param name="Payload">The value, encoded.</param>
internal sealed record Signal(string Id, string Name, string? Key, string Type, ReadOnlyMemory<byte> Payload);
