namespace Graflow;

/// <summary>A <c>ForEach</c> knows its elements and begins; it ends with a <see cref="GroupSettled"/> of the same id. A list without elements has neither.</summary>
public sealed class MapStarted : TaskEvent
{
    /// <summary>How many elements there are; at least 1.</summary>
    public int Elements { get; internal init; }

    /// <summary>The paths of the tasks, waits and delays that run once for each element, without the element's number.</summary>
    public IReadOnlyList<string> Tasks => field ??= [.. ((MapVertex)Place.Vertex).Body.Vertices.Where(static vertex => vertex is ITaskVertex or IWaitVertex).Select(vertex => Place.Frame.PathOf(vertex.Id))];
}
