namespace Graflow.Channels;

/// <summary>A change as the event log may know it: never with the value.</summary>
internal readonly record struct ChannelChange(string Key, ChannelChangeKind Kind);
