using Microsoft.Extensions.Logging;

namespace Graflow.Telemetry;

/// <summary>Everything that the engine logs. Ids are fixed; payloads are never logged.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "Run {RunId} of {Workflow} started")]
    internal static partial void RunStarted(ILogger logger, string runId, string workflow);

    [LoggerMessage(2, LogLevel.Debug, "Run {RunId} succeeded")]
    internal static partial void RunSucceeded(ILogger logger, string runId);

    [LoggerMessage(3, LogLevel.Error, "Run {RunId} failed")]
    internal static partial void RunFailed(ILogger logger, string runId, Exception exception);

    [LoggerMessage(4, LogLevel.Information, "Run {RunId} was cancelled: {Reason}")]
    internal static partial void RunCancelled(ILogger logger, string runId, string reason);

    [LoggerMessage(10, LogLevel.Warning, "{TaskId} of run {RunId} failed at attempt {Attempt}; next attempt in {Delay}")]
    internal static partial void AttemptFailed(ILogger logger, string runId, string taskId, int attempt, TimeSpan delay, Exception exception);

    [LoggerMessage(11, LogLevel.Warning, "{TaskId} of run {RunId} did not react to its token and was abandoned")]
    internal static partial void BodyAbandoned(ILogger logger, string runId, string taskId);

    [LoggerMessage(12, LogLevel.Error, "A callback of a cancelled body's token threw")]
    internal static partial void CancellationCallbackFailed(ILogger logger, Exception exception);

    [LoggerMessage(13, LogLevel.Error, "What an attempt owned could not be disposed of")]
    internal static partial void DisposalFailed(ILogger logger, Exception exception);

    [LoggerMessage(14, LogLevel.Warning, "The signal {Signal} brings {Type} to run {RunId}, and {TaskId} waits for {Expected}; it stays until a wait can take it")]
    internal static partial void SignalUnfit(ILogger logger, string signal, string type, string runId, string taskId, string expected);

    [LoggerMessage(15, LogLevel.Warning, "Run {RunId} did not do what another process asked of it")]
    internal static partial void MailRefused(ILogger logger, string runId, Exception exception);

    [LoggerMessage(16, LogLevel.Error, "What other processes ask of run {RunId} could not be read")]
    internal static partial void MailFailed(ILogger logger, string runId, Exception exception);

    [LoggerMessage(20, LogLevel.Error, "Observer {Observer} threw on an event of run {RunId}")]
    internal static partial void ObserverFailed(ILogger logger, string observer, string runId, Exception exception);

    [LoggerMessage(40, LogLevel.Warning, "Containers that crashed programs left could not be looked for")]
    internal static partial void ContainersNotSwept(ILogger logger, Exception exception);

    [LoggerMessage(30, LogLevel.Debug, "{Worker} is ready for tasks")]
    internal static partial void WorkerStarted(ILogger logger, string worker);

    [LoggerMessage(31, LogLevel.Warning, "A worker could not be started")]
    internal static partial void WorkerStartFailed(ILogger logger, Exception exception);

    [LoggerMessage(32, LogLevel.Debug, "Worker ended: {Reason}")]
    internal static partial void WorkerEnded(ILogger logger, string reason);

    [LoggerMessage(33, LogLevel.Warning, "{Worker} is killed: {TaskId} was cancelled and did not end")]
    internal static partial void WorkerKilled(ILogger logger, string worker, string taskId);

    [LoggerMessage(34, LogLevel.Warning, "{Worker} is killed: it did not answer for {Silence}")]
    internal static partial void WorkerSilent(ILogger logger, string worker, TimeSpan silence);

    [LoggerMessage(35, LogLevel.Warning, "{TaskId} of run {RunId} goes to another worker, delivery {Delivery}: {Reason}")]
    internal static partial void Redelivered(ILogger logger, string runId, string taskId, int delivery, string reason);

    [LoggerMessage(36, LogLevel.Debug, "{Worker} wrote while it ran no task: {Line}")]
    internal static partial void WorkerOutput(ILogger logger, string worker, string line);

    [LoggerMessage(37, LogLevel.Error, "The log line of a body could not be written")]
    internal static partial void BodyLogFailed(ILogger logger, Exception exception);

    [LoggerMessage(38, LogLevel.Debug, "{Worker} runs {TaskId} of run {RunId}")]
    internal static partial void TaskTaken(ILogger logger, string runId, string taskId, string worker);

    [LoggerMessage(39, LogLevel.Warning, "The workflow {Workflow} cannot be driven by this program, and runs of it are left to others")]
    internal static partial void WorkflowLeftOut(ILogger logger, string workflow, Exception exception);

    [LoggerMessage(50, LogLevel.Warning, "The log of run {RunId} ended in the middle of a record: {Warning}")]
    internal static partial void JournalCut(ILogger logger, string runId, string warning);

    [LoggerMessage(51, LogLevel.Warning, "The log of run {RunId} is whole, but something that is not needed could not be written or removed beside it")]
    internal static partial void JournalNotTidied(ILogger logger, string runId, Exception exception);

    [LoggerMessage(52, LogLevel.Debug, "The log of run {RunId}, which has ended, was removed as the limits of what is kept say")]
    internal static partial void RunNotRetained(ILogger logger, string runId);
}
