using System.Runtime.ExceptionServices;

namespace Graflow;

/// <summary>Why a task, or a group, has no result: data that flows along the edges, and that can leave the process.</summary>
public sealed class TaskFailure
{
    private readonly string? _stackText;

    internal TaskFailure(string taskId, int attempts, Exception exception)
    {
        TaskId = taskId;
        Attempts = attempts;
        Exception = exception;
        ErrorType = (exception as RemoteTaskException)?.RemoteType ?? exception.GetType().FullName ?? exception.GetType().Name;
        Message = ExceptionText.MessageOf(exception);
        _stackText = (exception as RemoteTaskException)?.RemoteStackText;
    }

    /// <summary>A failure that came from another process.</summary>
    internal TaskFailure(string taskId, int attempts, string errorType, string message, string stackText)
    {
        TaskId = taskId;
        Attempts = attempts;
        ErrorType = errorType;
        Message = message;
        _stackText = stackText;
    }

    /// <summary>Which task, group or limit failed: its path in the run, such as <c>eu/Orders.Fetch[3]#2</c>.</summary>
    public string TaskId { get; }

    /// <summary>How many attempts were made; 0 when the failure is not an attempt's, as for a group.</summary>
    public int Attempts { get; }

    /// <summary>The exception's full type name; of a body that ran in another process, that of what it threw there.</summary>
    public string ErrorType { get; }

    /// <summary>The exception's message.</summary>
    public string Message { get; }

    /// <summary>The exception as text, with its stack and its inner exceptions.</summary>
    public string StackText => _stackText ?? (Exception is { } exception ? ExceptionText.Of(exception) : $"{ErrorType}: {Message}");

    /// <summary>The exception itself, a <see cref="RemoteTaskException"/> where the body ran in another process; null where the failure itself came from another process.</summary>
    public Exception? Exception { get; }

    /// <summary>One line: who failed, how often it was tried, and why.</summary>
    public override string ToString() => Attempts > 1
        ? $"{TaskId} failed after {Attempts} attempts: {Message}"
        : $"{TaskId} failed: {Message}";

    /// <summary>What the engine throws for this failure: errors of Graflow as they are, all others inside a <see cref="TaskFailedException"/>.</summary>
    internal Exception ToException() => Exception is IGraflowError && !EndsAnotherRun(Exception) ? Exception : new TaskFailedException(this);

    // A body that runs a flow of its own may fail with what ended that one, which says nothing about how this run ended.
    private static bool EndsAnotherRun(Exception exception) =>
        exception is RunCancelledException or RunDeadlineException or MaxStepsExceededException or TaskFailedException;

    internal void Throw()
    {
        var exception = ToException();
        if (ReferenceEquals(exception, Exception))
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        throw exception;
    }
}
