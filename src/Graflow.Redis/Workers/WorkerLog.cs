using Microsoft.Extensions.Logging;

namespace Graflow.Redis.Workers;

/// <summary>Everything that a worker logs. Ids are fixed; payloads are never logged.</summary>
internal static partial class WorkerLog
{
    [LoggerMessage(100, LogLevel.Information, "Worker {WorkerId} serves {Queues} of Redis at {Server} with {Slots} slots")]
    internal static partial void Serving(ILogger logger, string workerId, string queues, string server, int slots);

    [LoggerMessage(101, LogLevel.Information, "Worker {WorkerId} stops: {Running} tasks and {Runs} runs are under way")]
    internal static partial void Stopping(ILogger logger, string workerId, int running, int runs);

    [LoggerMessage(102, LogLevel.Information, "Worker {WorkerId} has stopped")]
    internal static partial void Stopped(ILogger logger, string workerId);

    [LoggerMessage(103, LogLevel.Warning, "{TaskPath} of run {RunId} is no longer this worker's: its lease ran out, or nobody wants it any more")]
    internal static partial void LeaseLost(ILogger logger, string taskPath, string runId);

    [LoggerMessage(104, LogLevel.Warning, "What {TaskPath} of run {RunId} came to is too late and does not count")]
    internal static partial void StaleCommit(ILogger logger, string taskPath, string runId);

    [LoggerMessage(105, LogLevel.Warning, "Redis did not answer a step in cell {Cell}; it is tried again until it does")]
    internal static partial void StepFailed(ILogger logger, int cell, Exception exception);

    [LoggerMessage(106, LogLevel.Debug, "Redis still does not answer in cell {Cell}")]
    internal static partial void RecoveryFailed(ILogger logger, int cell, Exception exception);

    [LoggerMessage(107, LogLevel.Information, "Redis answers again in cell {Cell}; {Count} tasks whose claims had got lost wait again")]
    internal static partial void Recovered(ILogger logger, int cell, int count);

    [LoggerMessage(108, LogLevel.Warning, "What processes that are gone have left in cell {Cell} could not be looked for; that is tried again")]
    internal static partial void UpkeepFailed(ILogger logger, int cell, Exception exception);

    [LoggerMessage(109, LogLevel.Warning, "In cell {Cell} {Tasks} tasks and {Runs} runs of processes that are gone were given to others")]
    internal static partial void Reaped(ILogger logger, int cell, int tasks, int runs);

    [LoggerMessage(110, LogLevel.Error, "In cell {Cell} {Count} tasks killed their workers too often and are dead letters now")]
    internal static partial void Buried(ILogger logger, int cell, int count);

    [LoggerMessage(111, LogLevel.Error, "Run {RunId} cannot be driven here")]
    internal static partial void RunNotDriven(ILogger logger, string runId, Exception exception);

    [LoggerMessage(112, LogLevel.Warning, "Runs that wait for a driver could not be looked for; that is tried again")]
    internal static partial void TakingFailed(ILogger logger, Exception exception);

    [LoggerMessage(113, LogLevel.Warning, "{Count} tasks did not end in time and are handed back")]
    internal static partial void HandedBack(ILogger logger, int count);

    [LoggerMessage(114, LogLevel.Debug, "What a body told while it ran did not reach its run")]
    internal static partial void NotesLost(ILogger logger, Exception exception);

    [LoggerMessage(115, LogLevel.Warning, "The id {WorkerId} belongs to process {ProcessId} on {Host} until {End:u}, unless that one gives a sign of life before: waiting for it")]
    internal static partial void IdTaken(ILogger logger, string workerId, string processId, string host, DateTimeOffset end);
}
