namespace Graflow;

/// <summary>An attempt failed: for good, or to be repeated.</summary>
public sealed class TaskFailed : TaskEvent
{
    /// <summary>Why.</summary>
    public TaskFailure Failure { get; internal init; } = null!;

    /// <summary>When the next attempt begins; null when there is none and the task failed.</summary>
    public DateTimeOffset? WillRetryAt { get; internal init; }
}
