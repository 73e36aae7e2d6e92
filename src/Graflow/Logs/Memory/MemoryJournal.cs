namespace Graflow.Logs;

/// <summary>The journal of one run in a memory store.</summary>
internal sealed class MemoryJournal(MemoryRunStore store, MemoryRun run) : IRunJournal, IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<(long Position, IThreadPoolWorkItem Then)> _waiters = [];
    private readonly HashSet<string> _takenMails = new(StringComparer.Ordinal);
    private RunLogException? _failure;
    private long _appended;
    private long _committed;

    public JournalContent Content { get; } = run.Read();

    public Exception? Failure => Volatile.Read(ref _failure);

    public Action? MailArrived { get; set; }

    public long Append(ReadOnlySpan<byte> record, bool lazy = false)
    {
        ArgumentOutOfRangeException.ThrowIfZero(record.Length, nameof(record));
        lock (_gate)
        {
            ThrowIfFailed();
            run.Append(record);
            _appended++;
            _committed = store.HoldsCommits ? _committed : _appended;
            return _appended;
        }
    }

    public bool IsCommitted(long position)
    {
        lock (_gate)
        {
            return position <= _committed;
        }
    }

    public void WhenCommitted(long position, IThreadPoolWorkItem then)
    {
        lock (_gate)
        {
            if (position > _committed && _failure is null)
            {
                _waiters.Add((position, then));
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(then, preferLocal: false);
    }

    public async ValueTask CommitAsync(long position, CancellationToken ct)
    {
        var waiter = new CommitWaiter();
        WhenCommitted(position, waiter);
        await waiter.Task.WaitAsync(ct).ConfigureAwait(false);
        lock (_gate)
        {
            if (position > _committed)
            {
                ThrowIfFailed();
            }
        }
    }

    public async ValueTask RewriteAsync(Func<JournalContent, IReadOnlyList<ReadOnlyMemory<byte>>> rewrite, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (store.Rewriting is { } rewriting)
        {
            await rewriting().ConfigureAwait(false);
        }

        lock (_gate)
        {
            ThrowIfFailed();
            run.Rewrite(rewrite);
        }
    }

    public ValueTask<IReadOnlyList<JournalMail>> TakeMailAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (_takenMails)
        {
            return ValueTask.FromResult<IReadOnlyList<JournalMail>>([.. run.Mails().Where(mail => _takenMails.Add(mail.Id))]);
        }
    }

    public ValueTask AcknowledgeAsync(JournalMail mail, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        run.Remove(mail);
        return ValueTask.CompletedTask;
    }

    public void Complete()
    {
        CommitAll();
        run.HasEnded = true;
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        Fail(new ObjectDisposedException(nameof(MemoryJournal)));
        if (run.IsEmpty)
        {
            store.Forget(run);
        }

        run.Free(this);
    }

    /// <summary>Commits everything that was appended so far.</summary>
    internal void CommitAll()
    {
        lock (_gate)
        {
            _committed = _appended;
            Release();
        }
    }

    /// <summary>Lets everything fail from now on, as a full disk does.</summary>
    internal void Fail(Exception reason)
    {
        lock (_gate)
        {
            _failure ??= RunLogException.NotWritten(run.RunId, "memory", reason);
            Release();
        }
    }

    private void ThrowIfFailed()
    {
        if (_failure is { InnerException: { } reason })
        {
            throw RunLogException.NotWritten(run.RunId, "memory", reason);
        }
    }

    private void Release()
    {
        foreach (var (_, then) in _waiters.Where(waiter => _failure is not null || waiter.Position <= _committed))
        {
            ThreadPool.UnsafeQueueUserWorkItem(then, preferLocal: false);
        }

        _waiters.RemoveAll(waiter => _failure is not null || waiter.Position <= _committed);
    }
}
