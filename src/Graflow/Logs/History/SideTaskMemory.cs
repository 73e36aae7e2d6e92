namespace Graflow.Logs;

/// <summary>A side task that was asked for.</summary>
/// <param name="Frame">The frame that it runs in.</param>
/// <param name="Scope">The vertex, in the frame that waits for it, on whose behalf it runs.</param>
/// <param name="Number">Its number among those of its attempt.</param>
/// <param name="Spawner">The path of the task that asked for it.</param>
/// <param name="Target">What it runs, with its input.</param>
internal sealed record SideTaskMemory(int Frame, VertexKey Scope, int Number, string Spawner, ReadOnlyMemory<byte> Target);
