namespace Graflow;

/// <summary>An attempt, or everything inside a <c>Within</c>, took longer than it may. The body was told by its token and abandoned.</summary>
public sealed class TaskTimeoutException : GraflowException
{
    internal TaskTimeoutException(string taskId, TimeSpan limit)
        : base($"{taskId} did not end within {limit}.")
    {
        TaskId = taskId;
        Limit = limit;
    }

    /// <summary>The path of the task, or of the <c>Within</c>, in the run.</summary>
    public string TaskId { get; }

    /// <summary>How long it may take.</summary>
    public TimeSpan Limit { get; }
}
