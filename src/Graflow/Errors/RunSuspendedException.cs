namespace Graflow;

/// <summary>The engine was disposed of while the run was under way: it goes on when it is resumed.</summary>
public sealed class RunSuspendedException : GraflowException
{
    internal RunSuspendedException(string runId)
        : base($"Run {runId} was suspended: its engine was disposed of. Go on with it by ResumeAsync or ResumeAllAsync.")
    {
        RunId = runId;
    }

    /// <summary>The run.</summary>
    public string RunId { get; }
}
