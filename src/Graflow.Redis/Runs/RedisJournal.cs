using Graflow.Fleets;
using Graflow.Logs;
using Graflow.Redis.Channels;

namespace Graflow.Redis.Runs;

/// <summary>The journal of one run in Redis, with its tasks and its channel. A record is committed when Redis has answered; appending only sends it.</summary>
internal sealed class RedisJournal : IFleetJournal
{
    private readonly RedisRunStore _store;
    private readonly CellRuns _runs;
    private readonly OwnedRun _run;
    private readonly LogSender _sender;
    private readonly RunNewsReader _news;
    private readonly HashSet<string> _takenMails = new(StringComparer.Ordinal);
    private RunLogException? _failure;
    private volatile bool _hasEnded;
    private bool _isDisposed;

    internal RedisJournal(RedisRunStore store, CellRuns runs, OwnedRun run, RedisChannel channel)
    {
        _store = store;
        _runs = runs;
        _run = run;
        Channel = channel;
        Content = new JournalContent(run.Records);
        _sender = new LogSender(store.Driver.Lease, store.Time, SendAsync) { Failed = EndTasks };
        _news = new RunNewsReader(this, runs, run, store.Driver.Lease, store.Time);
        Tasks = new RedisRunQueue(this, run, _sender);
    }

    public JournalContent Content { get; }

    public Exception? Failure => _sender.Failure is { } reason ? _failure ??= FailureOf(reason) : null;

    public Action? MailArrived { get; set; }

    public Action? Failed { get; set; }

    public IRunQueue Queue => Tasks;

    public IStoredChannel Channel { get; }

    internal RedisRunQueue Tasks { get; }

    /// <summary>The making of the run, where it was not waited for.</summary>
    internal RunCreation? Creation { get; init; }

    internal string RunId => _run.RunId;

    internal long Epoch => _run.Epoch;

    public long Append(ReadOnlySpan<byte> record, bool lazy = false)
    {
        ArgumentOutOfRangeException.ThrowIfZero(record.Length, nameof(record));
        var copy = record.ToArray();
        if (_sender.Added == 0 && _run.Position == 0 && RunFlow.Of(copy) is { } flow)
        {
            _sender.Add(LogItem.Flow(flow), lazy: true);
        }

        return Add(LogItem.Record(copy), lazy);
    }

    public bool IsCommitted(long position) => _sender.IsWritten(position);

    public void WhenCommitted(long position, IThreadPoolWorkItem then) => _sender.WhenWritten(position, then);

    public async ValueTask CommitAsync(long position, CancellationToken ct)
    {
        if (_sender.IsWritten(position))
        {
            return;
        }

        CommitWaiter waiter = new();
        _sender.WhenWritten(position, waiter);
        await waiter.Task.WaitAsync(ct).ConfigureAwait(false);
        if (!_sender.IsWritten(position))
        {
            ThrowIfFailed();
        }
    }

    public async ValueTask RewriteAsync(Func<JournalContent, IReadOnlyList<ReadOnlyMemory<byte>>> rewrite, CancellationToken ct)
    {
        await FlushAsync(ct).ConfigureAwait(false);
        await _runs.RewriteAsync(_run, rewrite, ct).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<JournalMail>> TakeMailAsync(CancellationToken ct)
    {
        if (MailArrived is not null && _run.IsNew && !_news.HasMail)
        {
            // Who is told of mails need not look before it is.
            return [];
        }

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
        // From here on there is no lease to keep.
        _hasEnded = true;
        _store.LetGo(this);
        Add(LogItem.End);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await TryAsync(() => FlushAsync(CancellationToken.None).AsTask()).ConfigureAwait(false);
        if (!_hasEnded || _sender.Failure is not null)
        {
            await TryAsync(() => _runs.ReleaseAsync(RunId, Epoch, CancellationToken.None)).ConfigureAwait(false);
        }

        _store.Forget(this);
        Tasks.End(reason: null);
        _sender.Fail(new ObjectDisposedException(nameof(RedisJournal)));
    }

    /// <summary>Waits until all that was done, lazily or not, is in Redis.</summary>
    internal ValueTask FlushAsync(CancellationToken ct) => CommitAsync(_sender.Added, ct);

    /// <summary>Another process may drive the run now, or it is gone: nothing more is to be written.</summary>
    internal void Lose(bool isGone)
    {
        if (!_hasEnded)
        {
            Fail(isGone ? LogReply.Missing : LogReply.Fenced);
        }
    }

    /// <summary>Nothing more can be written.</summary>
    internal void Fail(Exception reason) => _sender.Fail(reason);

    /// <summary>Redis has refused the driver.</summary>
    internal void Fail(LogReply reply) => _sender.Fail(ReasonOf(reply));

    /// <summary>Called on the pool: of what a listener is told, nothing waits for the one before.</summary>
    /// <param name="outcome">What has come to; null when it is to be read.</param>
    internal void Hear(TaskOutcome? outcome)
    {
        if (outcome is null || Tasks.TakeHeard(outcome) is not { } entry)
        {
            Wake();
            return;
        }

        Deliver(() => entry.End(outcome));
    }

    /// <summary>There may be outcomes, notes or mails.</summary>
    internal void Wake() => _news.Wake();

    /// <summary>Looks for what may have come before the run was known to be there.</summary>
    internal void WakeIfDeferred()
    {
        if (_news.IsDeferred)
        {
            Wake();
        }
    }

    /// <summary>Looks, where somebody waits, whether a wake-up was lost, and sends what has been lazy for long.</summary>
    internal void Look()
    {
        if (Tasks.IsWaiting)
        {
            _news.Wake();
        }

        _sender.Flush();
    }

    /// <summary>Tells whoever waits; what it does at once travels in one call.</summary>
    internal void Deliver(Action tell)
    {
        _sender.Hold();
        try
        {
            tell();
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
        finally
        {
            _sender.Release();
        }
    }

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

    private async Task<LogReply> SendAsync(LogCall call)
    {
        var reply = await _runs.WriteAsync(_run, _run.Position + call.First, call.Items, _run.SeenOutcome, Creation?.Maker, CancellationToken.None).ConfigureAwait(false);
        if (reply is LogReply.Fenced or LogReply.Missing)
        {
            throw ReasonOf(reply);
        }

        if (reply == LogReply.Written)
        {
            Creation?.Tell();
        }

        return reply;
    }

    private RunLogException FailureOf(Exception reason)
    {
        var place = $"Redis at {_store.Server}";
        return reason switch
        {
            RunNotFoundException => RunLogException.Gone(RunId, place, reason),
            LostRecordsException => RunLogException.Lost(RunId, place, reason),
            _ => RunLogException.NotWritten(RunId, place, reason),
        };
    }

    private GraflowException ReasonOf(LogReply reply) => reply == LogReply.Fenced ? new RunFencedException(RunId) : _runs.NotFound(RunId);

    private void EndTasks()
    {
        Tasks.End(Failure);
        if (!_isDisposed)
        {
            Failed?.Invoke();
        }
    }

    private long Add(LogItem item, bool lazy = false)
    {
        var position = _sender.Add(item, lazy);
        return position > 0 ? position : throw Failure!;
    }

    private void ThrowIfFailed()
    {
        if (Failure is { } failure)
        {
            throw failure;
        }
    }
}
