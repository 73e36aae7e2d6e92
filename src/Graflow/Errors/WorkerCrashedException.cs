using Graflow.Resilience;
using Graflow.Workers;

namespace Graflow;

/// <summary>Each worker that was given the task was lost while it ran the body: it exited, was killed, or stopped answering. Not retried, since each loss was followed by another delivery already.</summary>
public sealed class WorkerCrashedException : GraflowException, INeverRetried
{
    internal WorkerCrashedException(string taskId, int deliveries, WorkerLoss loss)
        : base($"{taskId}: {loss.Reason}. The task was given to {(deliveries == 1 ? "one worker, which was" : $"{deliveries} workers, which were all")} lost while running it.{WorkerText.Lines(loss.ErrorLines)}")
    {
        TaskId = taskId;
        Deliveries = deliveries;
        ExitCode = loss.Exit.ExitCode;
        Signal = loss.Exit.Signal;
        ErrorLines = loss.ErrorLines;
    }

    /// <summary>The process that drove the run died each time that the body ran in it.</summary>
    internal WorkerCrashedException(string taskId, int deliveries)
        : base($"{taskId}: the process that drives the run died while this task ran, {deliveries} times. It is not begun again: find out whether it is what ends the process (exit, memory, a native crash), then start the run anew, or let the task run in a process of its own.")
    {
        TaskId = taskId;
        Deliveries = deliveries;
        ErrorLines = [];
    }

    private WorkerCrashedException(string message, string taskId, int deliveries, (int? ExitCode, string? Signal) exit, IReadOnlyList<string> errorLines)
        : base(message)
    {
        TaskId = taskId;
        Deliveries = deliveries;
        ExitCode = exit.ExitCode;
        Signal = exit.Signal;
        ErrorLines = errorLines;
    }

    /// <summary>The task's path in the run.</summary>
    public string TaskId { get; }

    /// <summary>To how many workers it was given.</summary>
    public int Deliveries { get; }

    /// <summary>The last worker's exit code; null where a signal ended it or the code is not known.</summary>
    public int? ExitCode { get; }

    /// <summary>The signal that ended the last worker, such as <c>SIGKILL</c>; null where none did.</summary>
    public string? Signal { get; }

    /// <summary>The last lines that the last worker wrote to its standard error; at most 20.</summary>
    public IReadOnlyList<string> ErrorLines { get; }

    /// <summary>One that was thrown in another process, or that a log has, in its words.</summary>
    internal static WorkerCrashedException Elsewhere(string message, string taskId, int deliveries, (int? ExitCode, string? Signal) exit, IReadOnlyList<string> errorLines) =>
        new(message, taskId, deliveries, exit, errorLines);
}
