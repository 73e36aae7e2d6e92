using Graflow.Logs;

namespace Graflow.Redis.Runs;

/// <summary>The journal of one run in Redis. A record is committed when Redis has answered; appending only sends it.</summary>
internal sealed class RedisJournal : IRunJournal
{
    private const int MaxBatchRecords = 1024;
    private const int MaxBatchBytes = 512 * 1024;

    private readonly RedisRunStore _store;
    private readonly CellRuns _runs;
    private readonly OwnedRun _run;
    private readonly LogSender _sender;
    private readonly Queue<LogItem> _pending = [];
    private readonly HashSet<string> _takenMails = new(StringComparer.Ordinal);
    private string? _seenOutcome;
    private long _appended;
    private long _logged;
    private bool _isDisposed;

    internal RedisJournal(RedisRunStore store, CellRuns runs, OwnedRun run, JournalContent content)
    {
        _store = store;
        _runs = runs;
        _run = run;
        _logged = run.Position;
        Content = content;
        _sender = new LogSender(store.Driver.Lease, store.Time, Gather);
    }

    public JournalContent Content { get; }

    public Exception? Failure => _sender.Failure is { } reason ? Wrap(reason) : null;

    public Action? MailArrived { get; set; }

    internal string RunId => _run.RunId;

    internal long Epoch => _run.Epoch;

    /// <summary>The tasks that waited or ran when this driver took over.</summary>
    internal IReadOnlyList<string> LiveTasks => _run.LiveTasks;

    public long Append(ReadOnlySpan<byte> record, bool lazy = false)
    {
        ArgumentOutOfRangeException.ThrowIfZero(record.Length, nameof(record));
        var copy = record.ToArray();
        lock (_sender.Gate)
        {
            ThrowIfFailed();
            _pending.Enqueue(new LogItem(++_appended, ++_logged, copy));
            if (!lazy)
            {
                _sender.Send();
            }

            return _appended;
        }
    }

    public bool IsCommitted(long position) => _sender.IsWritten(position);

    public void WhenCommitted(long position, IThreadPoolWorkItem then) => _sender.WhenWritten(position, then);

    public async ValueTask CommitAsync(long position, CancellationToken ct)
    {
        CommitWaiter waiter = new();
        _sender.WhenWritten(position, waiter);
        await waiter.Task.WaitAsync(ct).ConfigureAwait(false);
        if (!_sender.IsWritten(position))
        {
            ThrowIfFailed();
        }
    }

    public void Replace(IEnumerable<ReadOnlyMemory<byte>> records)
    {
        byte[][] copies = [.. records.Select(static record => record.ToArray())];
        lock (_sender.Gate)
        {
            ThrowIfFailed();
            var place = ++_logged;
            SendAlone(() => _runs.ReplaceAsync(RunId, Epoch, place, copies, CancellationToken.None));
        }
    }

    public async ValueTask<IReadOnlyList<JournalMail>> TakeMailAsync(CancellationToken ct)
    {
        var mails = await _runs.ReadMailAsync(RunId, ct).ConfigureAwait(false);
        lock (_takenMails)
        {
            return [.. mails.Where(mail => _takenMails.Add(mail.Id))];
        }
    }

    public async ValueTask AcknowledgeAsync(JournalMail mail, CancellationToken ct) =>
        await _runs.AcknowledgeAsync(RunId, mail.Id, ct).ConfigureAwait(false);

    public void Complete()
    {
        lock (_sender.Gate)
        {
            ThrowIfFailed();
            SendAlone(async () =>
            {
                await _runs.EndAsync(RunId, Epoch, CancellationToken.None).ConfigureAwait(false);
                return LogReply.Written;
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await TryAsync(() => FlushAsync(CancellationToken.None).AsTask()).ConfigureAwait(false);
        await TryAsync(() => _runs.ReleaseAsync(RunId, Epoch, CancellationToken.None)).ConfigureAwait(false);
        _store.Forget(this);
        _sender.Fail(new ObjectDisposedException(nameof(RedisJournal)));
    }

    /// <summary>What tasks have come to since the last call; a new driver gets all that the log has.</summary>
    internal async Task<IReadOnlyList<TaskOutcome>> TakeOutcomesAsync(CancellationToken ct)
    {
        var outcomes = await _runs.ReadOutcomesAsync(RunId, _seenOutcome, ct).ConfigureAwait(false);
        _seenOutcome = outcomes.Count == 0 ? _seenOutcome : outcomes[^1].EntryId;
        return outcomes;
    }

    /// <summary>Waits until all that was appended, lazily or not, is written.</summary>
    internal ValueTask FlushAsync(CancellationToken ct)
    {
        lock (_sender.Gate)
        {
            return CommitAsync(_appended, ct);
        }
    }

    /// <summary>Another process may drive the run now: nothing more is to be written.</summary>
    internal void Fence() => _sender.Fail(new RunFencedException(RunId));

    // What is not written cannot be written any more, and a lease that is not given back ends by itself.
    private static async Task TryAsync(Func<Task> action)
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is GraflowException or ObjectDisposedException)
        {
        }
    }

    private RunLogException Wrap(Exception reason) => RunLogException.NotWritten(RunId, $"Redis at {_store.Server}", reason);

    private void ThrowIfFailed()
    {
        if (Failure is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>In a batch of its own, behind all that was appended before.</summary>
    private void SendAlone(Func<Task<LogReply>> send)
    {
        _pending.Enqueue(new LogItem(++_appended, _logged, Record: null, send));
        _sender.Send();
    }

    private LogBatch? Gather()
    {
        if (!_pending.TryPeek(out var first))
        {
            return null;
        }

        if (first.Alone is { } send)
        {
            _pending.Dequeue();
            return new LogBatch(first.Position, send);
        }

        var (bytes, last, records) = (0, 0L, new List<byte[]>());
        while (records.Count < MaxBatchRecords && bytes < MaxBatchBytes && _pending.TryPeek(out var item) && item.Record is { } record)
        {
            _pending.Dequeue();
            records.Add(record);
            bytes += record.Length;
            last = item.Position;
        }

        return new LogBatch(last, () => _runs.AppendAsync(RunId, Epoch, first.Place, records, CancellationToken.None));
    }
}
