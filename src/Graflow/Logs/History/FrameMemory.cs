namespace Graflow.Logs;

/// <summary>Where a frame stands.</summary>
/// <param name="Parent">The vertex that opened it.</param>
/// <param name="Index">The element's index, or the iteration's number.</param>
/// <param name="BoundValues">The bound values of its plan, where it has one of its own.</param>
/// <param name="Structure">The structure of its plan, where it has one of its own; null elsewhere.</param>
internal sealed record FrameMemory(VertexKey Parent, int Index, ReadOnlyMemory<byte> BoundValues, string? Structure)
{
    /// <summary>What runs in it, with its input; null for an element of a map.</summary>
    internal ReadOnlyMemory<byte>? Target { get; init; }

    /// <summary>For a side task, the path of the task that asked for it.</summary>
    internal string? Spawner { get; init; }
}
