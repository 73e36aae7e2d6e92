namespace Graflow;

/// <summary>A run took longer than <see cref="RunOptions.Deadline"/>; its bodies were told by their tokens and abandoned.</summary>
public sealed class RunDeadlineException : GraflowException
{
    internal RunDeadlineException(string runId, TimeSpan deadline)
        : base($"Run {runId} did not end within its deadline of {deadline}.")
    {
        RunId = runId;
        Deadline = deadline;
    }

    /// <summary>The run.</summary>
    public string RunId { get; }

    /// <summary>How long it may take, waiting included.</summary>
    public TimeSpan Deadline { get; }
}
