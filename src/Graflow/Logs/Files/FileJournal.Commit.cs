using System.Globalization;
using System.Text;
using Graflow.Telemetry;

namespace Graflow.Logs;

internal sealed partial class FileJournal
{
    private readonly List<(long Position, IThreadPoolWorkItem Then)> _waiters = [];

    // Whether a commit is under way that will take what was appended last.
    private bool _isDirty;

    // Whether the names of the file and its folder are on the disk.
    private bool _isNamed;
    private bool _isComplete;
    private bool _isEnded;
    private TaskCompletionSource? _closing;

    /// <summary>The committer's, under its lock.</summary>
    internal CommitState CommitState { get; set; }

    private bool IsFsync => _store.Options.Durability is Durability.Fsync;

    public bool IsCommitted(long position) => !IsFsync || position <= Volatile.Read(ref _committed);

    public void WhenCommitted(long position, IThreadPoolWorkItem then)
    {
        if (IsCommitted(position) || !AddWaiter(position, then))
        {
            ThreadPool.UnsafeQueueUserWorkItem(then, preferLocal: false);
        }
    }

    public ValueTask CommitAsync(long position, CancellationToken ct)
    {
        if (Failure is not null)
        {
            lock (_gate)
            {
                ThrowIfFailed();
            }
        }

        return IsCommitted(position) ? ValueTask.CompletedTask : WaitAsync(position, ct);
    }

    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
        }

        _store.Committer.CommitNow(this);
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever comes second waits too: when this returns, the lock is free.
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Interlocked.CompareExchange(ref _closing, mine, null) is { } first)
        {
            await first.Task.ConfigureAwait(false);
            return;
        }

        try
        {
            var flush = new CommitWaiter();
            if (AddWaiter(long.MaxValue, flush))
            {
                await flush.Task.ConfigureAwait(false);
            }

            Close();
        }
        finally
        {
            _store.Close(this);
            mine.SetResult();
        }

        if (_isEnded)
        {
            _store.Retention.Add(_folder);
        }
    }

    /// <summary>Brings everything that was appended so far to the disk; called by one thread at a time.</summary>
    internal void Commit()
    {
        var (file, target) = BeginCommit();
        if (file is null)
        {
            return;
        }

        try
        {
            Flush(file, target);
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            lock (_gate)
            {
                // A file that was left for the next one is on the disk already.
                if (ReferenceEquals(file, _file))
                {
                    Fail(exception);
                    return;
                }
            }
        }

        lock (_gate)
        {
            Volatile.Write(ref _committed, Math.Max(_committed, target));
            EndRun();
            ReleaseWaiters();
        }
    }

    private (IJournalFile? File, long Target) BeginCommit()
    {
        lock (_gate)
        {
            _isDirty = false;
            try
            {
                if (_failure is null)
                {
                    HandOver();
                }
            }
            catch (Exception exception) when (IsOfDisk(exception))
            {
                Fail(exception);
            }

            if (_failure is not null)
            {
                ReleaseWaiters();
                return (null, 0);
            }

            return (_file, _handed);
        }
    }

    private void Flush(IJournalFile file, long target)
    {
        if (target != Volatile.Read(ref _committed))
        {
            file.Flush();
        }

        if (!_isNamed)
        {
            Disk.FlushFolder(_folder.Folder);
            Disk.FlushFolder(_folder.Root);
            _isNamed = true;
        }

        if (!File.Exists(_folder.SegmentFile(_segment.Number)))
        {
            throw new FileNotFoundException("The file was deleted while the run was under way.");
        }
    }

    // Not before the last record is on the disk: a run that is said to have ended is not looked at any more.
    private void EndRun()
    {
        if (!_isComplete || _isEnded || _committed != _appended)
        {
            return;
        }

        try
        {
            if (!File.Exists(_folder.EndedFile))
            {
                using var file = Disk.Create(_folder.EndedFile);
                file.Write(Encoding.ASCII.GetBytes(_store.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)), 0);
            }

            _isEnded = true;
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            // Whoever opens the run again finds its last record.
            Log.JournalNotTidied(_store.Logger, _folder.RunId, exception);
        }
    }

    /// <returns>Whether it was added; false when the journal failed.</returns>
    private bool AddWaiter(long position, IThreadPoolWorkItem then)
    {
        lock (_gate)
        {
            if (_failure is not null)
            {
                return false;
            }

            _waiters.Add((position == long.MaxValue ? _appended : position, then));
        }

        _store.Committer.CommitNow(this);
        return true;
    }

    private void ReleaseWaiters()
    {
        var kept = 0;
        for (var i = 0; i < _waiters.Count; i++)
        {
            if (_failure is not null || _waiters[i].Position <= _committed)
            {
                ThreadPool.UnsafeQueueUserWorkItem(_waiters[i].Then, preferLocal: false);
            }
            else
            {
                _waiters[kept++] = _waiters[i];
            }
        }

        _waiters.RemoveRange(kept, _waiters.Count - kept);
    }

    private async ValueTask WaitAsync(long position, CancellationToken ct)
    {
        var waiter = new CommitWaiter();
        if (AddWaiter(position, waiter))
        {
            await waiter.Task.WaitAsync(ct).ConfigureAwait(false);
        }

        lock (_gate)
        {
            if (position > _committed)
            {
                ThrowIfFailed();
            }
        }
    }

    private void Close()
    {
        lock (_gate)
        {
            _failure ??= RunLogException.NotWritten(_folder.RunId, _folder.Folder, new ObjectDisposedException(nameof(FileJournal)));
            _file.Dispose();
            ReleaseWaiters();
        }

        try
        {
            if (_appended == 0 && Content.Records.Count == 0 && !_segment.IsFresh)
            {
                _store.Remove(_folder, _lock);
                return;
            }

            Disk.Delete(_folder.OwnerFile);
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            Log.JournalNotTidied(_store.Logger, _folder.RunId, exception);
        }
        finally
        {
            _lock.Dispose();
        }
    }
}
