namespace Graflow.Engine;

/// <summary>What the driver and the checks before a run need to know of a task's vertex, whatever its types.</summary>
internal interface ITaskVertex
{
    TaskNode Node { get; }

    int Priority { get; }

    /// <summary>Whether the body can run in another process; a lambda cannot be found there.</summary>
    bool CanLeave { get; }

    /// <summary>The task with its types, for people.</summary>
    FlowTask Describe();

    /// <summary>The group whose branches the task reads directly; null when there is none.</summary>
    Vertex? Join { get; }

    /// <summary>Reads the branches of the group that is the task's only input, in place of a vertex of its own.</summary>
    /// <returns>Whether the group yields just what the task takes.</returns>
    bool TryJoin(Vertex group);
}
