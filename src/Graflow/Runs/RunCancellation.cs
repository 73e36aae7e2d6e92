using Graflow.Logs;

namespace Graflow.Runs;

/// <summary>Cancels a run of a log: here, if nobody drives it; else by a mail to whoever does.</summary>
internal static class RunCancellation
{
    /// <returns>Whether the run has ended.</returns>
    internal static async Task<bool> CancelAsync(IRunStore store, TimeProvider time, (string RunId, string Reason) request, CancellationToken ct)
    {
        IRunJournal journal;
        try
        {
            journal = await store.OpenAsync(request.RunId, ct).ConfigureAwait(false);
        }
        catch (RunLockedException)
        {
            await store.PostAsync(request.RunId, RunMail.OfCancel(request.Reason), ct).ConfigureAwait(false);
            return false;
        }

        await using var closed = journal.ConfigureAwait(false);
        var start = RunStartedRecord.Of(request.RunId, journal.Content);
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
