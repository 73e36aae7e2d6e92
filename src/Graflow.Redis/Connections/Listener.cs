namespace Graflow.Redis.Connections;

/// <summary>Who wants to hear a channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Heard">Called with each message, or with null when some may have been missed.</param>
/// <param name="IsFirst">Whether nobody listened to the channel before.</param>
internal sealed record Listener(string Channel, Action<byte[]?> Heard, bool IsFirst);
