namespace Graflow;

/// <summary>An attempt, or everything inside a <c>Within</c>, took longer than it may: the body was told by its token and abandoned. Or no signal came to a <c>WaitFor</c> in time.</summary>
public sealed class TaskTimeoutException : GraflowException
{
    internal TaskTimeoutException(string taskId, TimeSpan limit)
        : this(taskId, limit, $"{taskId} did not end within {limit}.")
    {
    }

    private TaskTimeoutException(string taskId, TimeSpan limit, string message)
        : base(message)
    {
        TaskId = taskId;
        Limit = limit;
    }

    /// <summary>The signal that did not come; null where none was waited for.</summary>
    internal string? Signal { get; private init; }

    internal static TaskTimeoutException OfWait(string path, string signal, TimeSpan limit) =>
        new(path, limit, $"{path} was not answered: no signal \"{signal}\" came within {limit}.") { Signal = signal };

    /// <summary>The path of the task, of the <c>Within</c> or of the wait, in the run.</summary>
    public string TaskId { get; }

    /// <summary>How long it may take.</summary>
    public TimeSpan Limit { get; }
}
