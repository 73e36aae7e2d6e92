namespace Graflow;

/// <summary>What keeps a run from going on, or ended it.</summary>
public enum RunReasonKind
{
    /// <summary>A task is running.</summary>
    Running,

    /// <summary>An attempt failed, and the next one is not due yet.</summary>
    Retrying,

    /// <summary>A wait has not been answered.</summary>
    WaitingForSignal,

    /// <summary>A delay is not over.</summary>
    WaitingForTime,

    /// <summary>No process drives the run.</summary>
    Suspended,

    /// <summary>It ended with a failure, or its log cannot be read.</summary>
    Failed,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>It has its output.</summary>
    Succeeded,

    /// <summary>A run of a fleet waits for a worker that drives it.</summary>
    WaitingForDriver,

    /// <summary>A task of a fleet's run waits for a worker that runs it.</summary>
    WaitingForWorker,
}
