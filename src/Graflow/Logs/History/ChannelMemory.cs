namespace Graflow.Logs;

/// <summary>Changes of the channel.</summary>
/// <param name="Position">The record that has them.</param>
/// <param name="Steps">The changes, as the channel writes them.</param>
internal readonly record struct ChannelMemory(int Position, ReadOnlyMemory<byte> Steps);
