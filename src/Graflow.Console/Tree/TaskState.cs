namespace Graflow.Tree;

/// <summary>What a row of the tree says about all that ran in it.</summary>
internal enum TaskState
{
    Pending,
    Running,
    WaitingForRetry,

    /// <summary>A signal or a time is waited for.</summary>
    Parked,

    /// <summary>Something else runs in its place.</summary>
    Continued,
    Succeeded,
    Failed,
    Skipped,
    Cancelled,
}
