namespace Graflow;

/// <summary>An attempt of a task begins. That a worker of a fleet began with one is heard some time later: its time is when that was, by the clock of whoever drives the run, so that events before it may have later ones.</summary>
public sealed class TaskStarted : TaskEvent
{
    /// <summary>Which attempt, from 1.</summary>
    public int Attempt { get; internal init; }

    /// <summary>The queue that the task waited in; null where none was named.</summary>
    public string? Queue { get; internal init; }

    /// <summary>By what the body is run, such as <c>direct</c>.</summary>
    public string Handler { get; internal init; } = "";

    /// <summary>The worker of a fleet that runs the body, the first one where it was lost; null for a body that no queue was asked to run.</summary>
    public string? Worker { get; internal init; }
}
