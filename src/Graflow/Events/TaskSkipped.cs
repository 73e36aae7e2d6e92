namespace Graflow;

/// <summary>A task did not run because something it depends on has no value, or because it was not needed.</summary>
public sealed class TaskSkipped : TaskEvent
{
    /// <summary>The failure that reached the task; null when it was not needed.</summary>
    public TaskFailure? Failure { get; internal init; }
}
