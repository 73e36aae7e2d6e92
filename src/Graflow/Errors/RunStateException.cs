namespace Graflow;

/// <summary>A run is not where it would have to be for what was asked: it has not ended, or has ended already. Nothing changed.</summary>
public sealed class RunStateException : GraflowException
{
    internal RunStateException(string runId, string message)
        : base(message)
    {
        RunId = runId;
    }

    /// <summary>The run.</summary>
    public string RunId { get; }

    internal static RunStateException Ended(string runId, RunStatus status) =>
        new(runId, $"Run {runId} has ended ({status}), and what has ended stays so. Retry it from one of its tasks as a new run: runs retry {runId} --from TASK.");

    internal static RunStateException NotEnded(string runId, string wanted) =>
        new(runId, $"Run {runId} has not ended, so that it cannot be {wanted}. Go on with it (runs resume {runId}), or cancel it first (runs cancel {runId}).");
}
