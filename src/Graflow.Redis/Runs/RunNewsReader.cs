using Graflow.Redis.Tasks;

namespace Graflow.Redis.Runs;

/// <summary>Reads what comes for a run's driver, one reading under way at a time, and tells whoever waits for it, on pool threads, one thing after the other.</summary>
/// <param name="journal">Whom it reads for.</param>
/// <param name="runs">Where the run is.</param>
/// <param name="run">The run.</param>
/// <param name="patience">For how long Redis may be away before the journal fails.</param>
/// <param name="time">The clock of that.</param>
internal sealed class RunNewsReader(RedisJournal journal, CellRuns runs, OwnedRun run, TimeSpan patience, TimeProvider time) : IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Reading = 1;
    private const int ReadingAgain = 2;

    // While many wait, what comes within it is read at once.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(2);

    private int _phase;
    private string _note = "";
    private string _outcome = run.SeenOutcome;
    private string _mail = "";
    private long? _awaySince;

    /// <summary>Whether a mail has come since the run was taken.</summary>
    internal bool HasMail => _mail.Length > 0;

    void IThreadPoolWorkItem.Execute() => _ = ReadAllAsync();

    /// <summary>There may be news.</summary>
    internal void Wake()
    {
        while (Interlocked.CompareExchange(ref _phase, ReadingAgain, Reading) == Idle)
        {
            if (Interlocked.CompareExchange(ref _phase, Reading, Idle) == Idle)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }
        }
    }

    private async Task ReadAllAsync()
    {
        try
        {
            do
            {
                Interlocked.Exchange(ref _phase, Reading);
                while (await ReadAsync().ConfigureAwait(false))
                {
                }
            }
            while (journal.Failure is null && Interlocked.CompareExchange(ref _phase, Idle, Reading) != Reading);
        }
        catch (RedisUnavailableException)
        {
            // The next wake-up, or the next second, reads it.
            _awaySince ??= time.GetTimestamp();
            if (time.GetElapsedTime(_awaySince.Value) > patience)
            {
                journal.Fail(LogSender.Away(patience));
            }

            Interlocked.Exchange(ref _phase, Idle);
        }
        catch (Exception exception)
        {
            journal.Fail(exception);
        }
    }

    /// <returns>Whether there is more.</returns>
    private async Task<bool> ReadAsync()
    {
        if (journal.Creation is { IsMade: false })
        {
            return false;
        }

        if (journal.Tasks.IsCrowded)
        {
            await Task.Delay(Pace, time).ConfigureAwait(false);
        }

        var news = await runs.ReadNewsAsync(run, _note, _outcome, CancellationToken.None).ConfigureAwait(false);
        _awaySince = null;
        if (news.State != LogReply.Written)
        {
            journal.Fail(news.State);
            return false;
        }

        journal.Deliver(() => Deliver(news));
        if (news.LastMail.Length > 0 && news.LastMail != _mail)
        {
            _mail = news.LastMail;
            journal.MailArrived?.Invoke();
        }

        return news.HasMore;
    }

    private void Deliver(RunNews news)
    {
        foreach (var entry in news.Notes)
        {
            var (path, attempt, note) = TaskNote.Read(entry);
            journal.Tasks.Find(path, attempt)?.Tell(note);
            _note = entry[0].Text;
        }

        foreach (var outcome in news.Outcomes)
        {
            _outcome = outcome.EntryId;
            journal.Tasks.Take(outcome)?.End(outcome);
        }
    }
}
