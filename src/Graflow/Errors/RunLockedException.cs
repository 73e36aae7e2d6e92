namespace Graflow;

/// <summary>Somebody else drives the run: another process, or another engine of this one.</summary>
public sealed class RunLockedException : GraflowException
{
    internal RunLockedException(string runId, string drivenBy)
        : base($"Run {runId} is driven by {drivenBy}. A run has one driver at a time: wait until it ends, or end that process and try again.")
    {
        RunId = runId;
        DrivenBy = drivenBy;
    }

    /// <summary>The run.</summary>
    public string RunId { get; }

    /// <summary>Which process, or engine, drives it.</summary>
    public string DrivenBy { get; }
}
