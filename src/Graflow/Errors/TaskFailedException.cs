namespace Graflow;

/// <summary>A task's body threw, and the last attempt's exception ended the run. The original is the inner exception, its stack kept.</summary>
public sealed class TaskFailedException : GraflowException
{
    internal TaskFailedException(TaskFailure failure)
        : base(failure.ToString(), failure.Exception)
    {
        Failure = failure;
    }

    /// <summary>The failure as data.</summary>
    public TaskFailure Failure { get; }

    /// <summary>The task's path in the run.</summary>
    public string TaskId => Failure.TaskId;

    /// <summary>How many attempts were made.</summary>
    public int Attempts => Failure.Attempts;
}
