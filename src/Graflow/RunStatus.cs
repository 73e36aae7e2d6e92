namespace Graflow;

/// <summary>Where a run is; the last three are final.</summary>
public enum RunStatus
{
    /// <summary>Tasks run, or wait for others or for their next attempt.</summary>
    Running,

    /// <summary>Nothing runs: the run waits for a signal or a timer of its own.</summary>
    Waiting,

    /// <summary>Nobody drives the run: its engine was disposed of, or its log failed. It goes on when it is resumed.</summary>
    Suspended,

    /// <summary>The run has its output.</summary>
    Succeeded,

    /// <summary>A failure reached the output, or the run's deadline or step limit was reached.</summary>
    Failed,

    /// <summary>The run was cancelled.</summary>
    Cancelled,
}
