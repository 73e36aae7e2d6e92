using Graflow.Logs;

namespace Graflow.Runs;

/// <summary>Cancels a run of a log: one that nobody drives.</summary>
internal static class RunCancellation
{
    /// <returns>Whether the run has ended.</returns>
    internal static async Task<bool> CancelAsync(IRunStore store, TimeProvider time, (string RunId, string Reason) request, CancellationToken ct)
    {
        var journal = await store.OpenAsync(request.RunId, ct).ConfigureAwait(false);
        await using var closed = journal.ConfigureAwait(false);
        var records = journal.Content.Records;
        var start = RunStartedRecord.Read(records is [var first, ..] ? first : throw RecordedEvents.Empty(request.RunId));
        if (RecordedRun.EndOf(journal.Content) is { } ended)
        {
            throw RunStateException.Ended(request.RunId, ended);
        }

        var position = Append(journal, time.GetUtcNow() - start.Time, request.Reason);
        await journal.CommitAsync(position, ct).ConfigureAwait(false);
        journal.Complete();
        return true;
    }

    private static long Append(IRunJournal journal, TimeSpan elapsed, string reason)
    {
        using var record = RecordWriter.Begin(RecordKind.RunCancelled, elapsed);
        record.Text(reason);
        return journal.Append(record.Written);
    }
}
