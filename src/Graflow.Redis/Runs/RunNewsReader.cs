using Graflow.Coordination;
using Graflow.Redis.Tasks;

namespace Graflow.Redis.Runs;

/// <summary>Reads what comes for a run's driver, one reading under way at a time, and tells whoever waits for it, on pool threads, one thing after the other.</summary>
internal sealed class RunNewsReader
{
    // While many wait, what comes within it is read at once.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(2);

    private readonly RedisJournal _journal;
    private readonly CellRuns _runs;
    private readonly OwnedRun _run;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly WokenWork _reading;
    private string _note = "";
    private string _outcome;
    private string _mail = "";
    private long? _awaySince;
    private int _isDeferred;

    /// <param name="journal">Whom it reads for.</param>
    /// <param name="runs">Where the run is.</param>
    /// <param name="run">The run.</param>
    /// <param name="patience">For how long Redis may be away before the journal fails.</param>
    /// <param name="time">The clock of that.</param>
    internal RunNewsReader(RedisJournal journal, CellRuns runs, OwnedRun run, TimeSpan patience, TimeProvider time)
    {
        (_journal, _runs, _run, _patience, _time) = (journal, runs, run, patience, time);
        _outcome = run.SeenOutcome;
        _reading = new WokenWork(ReadAllAsync);
    }

    /// <summary>Whether a mail has come since the run was taken.</summary>
    internal bool HasMail => _mail.Length > 0;

    /// <summary>Whether it was not known yet that the run is there when there might have been news.</summary>
    internal bool IsDeferred => Volatile.Read(ref _isDeferred) != 0;

    /// <summary>There may be news.</summary>
    internal void Wake() => _reading.Wake();

    private async Task<bool> ReadAllAsync()
    {
        try
        {
            while (await ReadAsync().ConfigureAwait(false))
            {
            }
        }
        catch (RedisUnavailableException)
        {
            // The next wake-up, or the next second, reads it.
            _awaySince ??= _time.GetTimestamp();
            if (_time.GetElapsedTime(_awaySince.Value) > _patience)
            {
                _journal.Fail(LogSender.Away(_patience));
            }
        }
        catch (Exception exception)
        {
            _journal.Fail(exception);
        }

        return _journal.Failure is null;
    }

    /// <returns>Whether there is more.</returns>
    private async Task<bool> ReadAsync()
    {
        // Said before it is looked whether the run is there: who makes it does it the other way round.
        Interlocked.Exchange(ref _isDeferred, 1);
        if (_journal.Creation is { IsMade: false })
        {
            return false;
        }

        Volatile.Write(ref _isDeferred, 0);

        if (_journal.Tasks.IsCrowded)
        {
            await Task.Delay(Pace, _time).ConfigureAwait(false);
        }

        var news = await _runs.ReadNewsAsync(_run, _note, _outcome, CancellationToken.None).ConfigureAwait(false);
        _awaySince = null;
        if (news.State != LogReply.Written)
        {
            _journal.Fail(news.State);
            return false;
        }

        _journal.Deliver(() => Deliver(news));
        if (news.LastMail.Length > 0 && news.LastMail != _mail)
        {
            _mail = news.LastMail;
            _journal.MailArrived?.Invoke();
        }

        return news.HasMore;
    }

    private void Deliver(RunNews news)
    {
        foreach (var entry in news.Notes)
        {
            var (path, attempt, note) = TaskNote.Read(entry);
            _journal.Tasks.Find(path, attempt)?.Tell(note);
            _note = entry[0].Text;
        }

        foreach (var outcome in news.Outcomes)
        {
            _outcome = outcome.EntryId;
            _journal.Tasks.Take(outcome)?.End(outcome);
        }
    }
}
