namespace Graflow;

/// <summary>An attempt of a task begins.</summary>
public sealed class TaskStarted : TaskEvent
{
    /// <summary>Which attempt, from 1.</summary>
    public int Attempt { get; internal init; }

    /// <summary>The queue that the task waited in; null where none was named.</summary>
    public string? Queue { get; internal init; }

    /// <summary>By what the body is run, such as <c>direct</c>.</summary>
    public string Handler { get; internal init; } = "";
}
