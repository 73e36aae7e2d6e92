using System.Globalization;

namespace Graflow.Runs;

/// <summary>Finds in a run's events what keeps it from going on, or what ended it.</summary>
internal static class RunReasons
{
    internal static IReadOnlyList<RunReason> Of(RunInfo run, IReadOnlyList<RunEvent> events) => run.Status switch
    {
        RunStatus.Succeeded => [new RunReason(RunReasonKind.Succeeded, $"Run {run.RunId} succeeded at {At(run.EndedAt)}; nothing is left to do.") { Since = run.EndedAt }],
        RunStatus.Cancelled => [new RunReason(RunReasonKind.Cancelled, $"Run {run.RunId} was cancelled at {At(run.EndedAt)}: {run.Error?.TrimEnd('.')}. What has ended stays so; runs retry {run.RunId} --from TASK makes a new run of it.") { Since = run.EndedAt }],
        RunStatus.Failed => [.. Failed(run, events)],
        _ => [.. Open(run, events)],
    };

    /// <summary>The cause first: of the tasks that failed for good, the one that failed first, then the others, then what the run says itself.</summary>
    private static IEnumerable<RunReason> Failed(RunInfo run, IReadOnlyList<RunEvent> events)
    {
        var failures = events.OfType<TaskFailed>().Where(static failed => failed.WillRetryAt is null && failed.Failure.TaskId == failed.TaskId).ToList();
        foreach (var failed in failures)
        {
            var attempts = failed.Failure.Attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $" after {failed.Failure.Attempts} attempts") : "";
            yield return new RunReason(RunReasonKind.Failed, $"{failed.TaskId} failed{attempts} at {At(failed.Time)}: {failed.Failure.ErrorType}: {failed.Failure.Message}") { TaskId = failed.TaskId, Since = failed.Time };
        }

        var advice = failures is [var first, ..]
            ? $"Once the cause is gone, runs retry {run.RunId} --from {ElementPath.Retried(first.TaskId)} makes a new run that keeps what succeeded."
            : $"runs retry {run.RunId} --from TASK makes a new run that keeps what succeeded.";
        yield return new RunReason(RunReasonKind.Failed, $"Run {run.RunId} failed at {At(run.EndedAt)}: {run.Error?.TrimEnd('.')}. {advice}") { Since = run.EndedAt };
    }

    private static IEnumerable<RunReason> Open(RunInfo run, IReadOnlyList<RunEvent> events)
    {
        if (run.DrivenBy is null)
        {
            yield return new RunReason(RunReasonKind.Suspended, $"Nobody drives run {run.RunId} since {At(run.LastWriteAt)}. Go on with it: runs resume {run.RunId}, or ResumeAsync in a program.") { Since = run.LastWriteAt };
        }

        var open = OfTasks(run, StillOpen(events));
        foreach (var reason in open)
        {
            yield return reason;
        }

        if (open.Count == 0 && run.DrivenBy is not null)
        {
            yield return Idle(run);
        }
    }

    /// <summary>What the tasks and waits of a run do that has not ended.</summary>
    internal static IReadOnlyList<RunReason> OfTasks(RunInfo run, IEnumerable<TaskEvent> open) =>
        [.. open.Select(happened => Of(happened, run)).OrderBy(static reason => reason.Kind)];

    internal static RunReason Idle(RunInfo run) =>
        new(RunReasonKind.Running, $"Run {run.RunId} is driven by {run.DrivenBy}; no task of it is under way at this moment.");

    /// <summary>The last event of each task, and of each wait, that has begun and not ended.</summary>
    internal static List<TaskEvent> StillOpen(IReadOnlyList<RunEvent> events)
    {
        var open = new Dictionary<string, TaskEvent>();
        foreach (var happened in events.OfType<TaskEvent>())
        {
            if (happened is TaskStarted or WaitStarted or TaskFailed { WillRetryAt: not null })
            {
                open[happened.TaskId] = happened;
            }
            else if (happened is TaskSucceeded or TaskFailed or TaskCancelled or TaskContinued)
            {
                open.Remove(happened.TaskId);
            }
        }

        return [.. open.Values];
    }

    private static RunReason Of(TaskEvent happened, RunInfo run) => happened switch
    {
        TaskFailed failed => Of(failed),
        WaitStarted wait => Of(wait, run),
        _ => new RunReason(RunReasonKind.Running, run.DrivenBy is { } driver
            ? $"{happened.TaskId} runs in {driver} since {At(happened.Time)}."
            : $"{happened.TaskId} was begun at {At(happened.Time)} and did not end; it runs again when the run is resumed.")
        {
            TaskId = happened.TaskId,
            Since = happened.Time,
        },
    };

    private static RunReason Of(TaskFailed failed)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{failed.TaskId} failed at attempt {failed.Failure.Attempts} ({failed.Failure.Message}); the next one is due at {At(failed.WillRetryAt)}.");
        return new RunReason(RunReasonKind.Retrying, text) { TaskId = failed.TaskId, Since = failed.Time, DueAt = failed.WillRetryAt };
    }

    private static RunReason Of(WaitStarted wait, RunInfo run)
    {
        var (kind, text) = wait.Name is { } name
            ? (RunReasonKind.WaitingForSignal, $"{wait.TaskId} waits for the signal \"{name}\" since {At(wait.Time)}{(wait.DueAt is { } due ? $", until {At(due)}" : "")}. Answer it: runs signal {run.RunId} {name} --input JSON, or SignalAsync in a program.")
            : (RunReasonKind.WaitingForTime, $"{wait.TaskId} waits until {At(wait.DueAt)}.");
        return new RunReason(kind, text) { TaskId = wait.TaskId, Since = wait.Time, DueAt = wait.DueAt };
    }

    /// <summary>The path of the flow's own task whose iteration or side task failed.</summary>
    internal static string Planned(string taskId)
    {
        var end = taskId.AsSpan().IndexOfAny('#', '!', '[');
        return end < 0 ? taskId : taskId[..end];
    }

    internal static string At(DateTimeOffset? time) => time is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "an unknown time";
}
