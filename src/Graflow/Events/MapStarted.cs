namespace Graflow;

/// <summary>A <c>ForEach</c> knows its elements and begins; it ends with a <see cref="GroupSettled"/> of the same id. A list without elements has neither.</summary>
public sealed class MapStarted : TaskEvent
{
    /// <summary>How many elements there are; at least 1.</summary>
    public int Elements { get; internal init; }

    /// <summary>The paths of the tasks, waits and delays that run once for each element, without the element's number.</summary>
    public IReadOnlyList<string> Tasks => field ??= [.. (BodyTasks ?? ((MapVertex)Place.Vertex).Body.OwnTaskIds).Select(Place.Frame.PathOf)];

    /// <summary>The ids of the body's own tasks; null where the map's vertex has them.</summary>
    internal IReadOnlyList<string>? BodyTasks { get; init; }
}
