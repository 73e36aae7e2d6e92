namespace Graflow;

/// <summary>How a task ended, or that it has not.</summary>
public enum OutcomeKind
{
    /// <summary>The task has not ended yet, or the run ended before it could start.</summary>
    NotSettled,

    /// <summary>There is a value.</summary>
    Succeeded,

    /// <summary>The task's last attempt failed.</summary>
    Failed,

    /// <summary>The task did not run because something it depends on has no value.</summary>
    Skipped,

    /// <summary>The task was cancelled: by a sibling under <c>FailFast</c> or <c>First</c>, by a time limit around it, or with the run.</summary>
    Cancelled,
}
