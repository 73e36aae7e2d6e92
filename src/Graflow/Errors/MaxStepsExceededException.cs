namespace Graflow;

/// <summary>A run continued more often than <see cref="RunOptions.MaxSteps"/> allows: most likely a loop without a way out.</summary>
public sealed class MaxStepsExceededException : GraflowException
{
    internal MaxStepsExceededException(string taskId, long steps)
        : base($"{taskId} asked for one more continuation after {steps} of them. If the loop is meant to be that long, raise RunOptions.MaxSteps; else let it end.")
    {
        TaskId = taskId;
        Steps = steps;
    }

    /// <summary>The task that asked for one continuation too many.</summary>
    public string TaskId { get; }

    /// <summary>How many were allowed.</summary>
    public long Steps { get; }
}
