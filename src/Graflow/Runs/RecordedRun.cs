using Graflow.Logs;

namespace Graflow.Runs;

/// <summary>What the ends of a journal tell of a run, without reading all that is between.</summary>
internal static class RecordedRun
{
    internal static RunInfo InfoOf(JournalHead head, JournalContent content)
    {
        var start = RunStartedRecord.Of(head.RunId, content);
        var last = new RecordReader(content.Records[^1]);
        var (status, error) = last.Kind switch
        {
            RecordKind.RunSucceeded => (RunStatus.Succeeded, null),
            RecordKind.RunFailed => (RunStatus.Failed, FailureRecord.Read(last.Rest()).Message),
            RecordKind.RunCancelled => (RunStatus.Cancelled, last.Text()),
            _ => (head.DrivenBy is null ? RunStatus.Suspended : OpenStatusOf(head.RunId, content), (string?)null),
        };
        return new RunInfo
        {
            RunId = head.RunId,
            Workflow = start.Workflow,
            Status = status,
            StartedAt = start.Time,
            EndedAt = EndOf(content) is null ? null : start.Time + last.Elapsed,
            LastWriteAt = head.LastWrite,
            DrivenBy = head.DrivenBy,
            Origin = start.Origin,
            Error = error,
            Bytes = head.Size,
            Problem = content.Warning,
        };
    }

    private static RunStatus OpenStatusOf(string runId, JournalContent content) =>
        RunReasons.StillOpen(RecordedEvents.Read(runId, content)) is [_, ..] open && open.TrueForAll(static happened => happened is WaitStarted) ? RunStatus.Waiting : RunStatus.Running;

    /// <summary>How the run ended; null when it did not.</summary>
    internal static RunStatus? EndOf(JournalContent content) => new RecordReader(content.Records[^1]).Kind switch
    {
        RecordKind.RunSucceeded => RunStatus.Succeeded,
        RecordKind.RunFailed => RunStatus.Failed,
        RecordKind.RunCancelled => RunStatus.Cancelled,
        _ => null,
    };

    internal static RunInfo InfoOf(JournalHead head, RunLogException problem) => new()
    {
        RunId = head.RunId,
        Status = RunStatus.Suspended,
        LastWriteAt = head.LastWrite,
        DrivenBy = head.DrivenBy,
        Bytes = head.Size,
        Problem = problem.Message,
    };
}
