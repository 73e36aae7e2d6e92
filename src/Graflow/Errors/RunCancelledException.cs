namespace Graflow;

/// <summary>A run was cancelled: by its caller's token, by <c>CancelAsync</c>, or by a task's <c>CancelRun</c>.</summary>
public sealed class RunCancelledException : OperationCanceledException, IGraflowError
{
    internal RunCancelledException(string runId, string reason, CancellationToken token)
        : base($"Run {runId} was cancelled: {reason}", token)
    {
        RunId = runId;
        Reason = reason;
    }

    /// <summary>The run.</summary>
    public string RunId { get; }

    /// <summary>Who cancelled it, and why.</summary>
    public string Reason { get; }

    /// <inheritdoc/>
    public string? Id => null;
}
