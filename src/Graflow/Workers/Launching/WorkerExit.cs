namespace Graflow.Workers;

/// <summary>How a worker ended.</summary>
/// <param name="ExitCode">Its exit code; null where a signal ended it or the code is not known.</param>
/// <param name="Signal">The signal that ended it, such as <c>SIGKILL</c>; null where none did.</param>
/// <param name="Failure">The reason, where it is the running task's own fault and an ordinary failure of it, as when a container ran out of memory: the task is not redelivered. Else null.</param>
internal sealed record WorkerExit(int? ExitCode, string? Signal, Exception? Failure);
