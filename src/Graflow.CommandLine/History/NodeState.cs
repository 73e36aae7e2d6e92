namespace Graflow.History;

/// <summary>What became of what a line of the tree stands for.</summary>
internal enum NodeState
{
    /// <summary>It has not begun.</summary>
    Pending,
    Running,

    /// <summary>An attempt failed, and the next one is to come.</summary>
    Retrying,

    /// <summary>It waits for a signal or a timer.</summary>
    Waiting,
    Succeeded,
    Failed,
    Skipped,
    Cancelled,

    /// <summary>It is said beside, and has no state.</summary>
    Noted,
}
