namespace Graflow.Logs;

/// <summary>Brings journals to the disk, on threads of its own: who waits for a disk must not hold a thread that bodies need. What is appended to a journal while it is at it goes with the next turn, all at once.</summary>
internal sealed class Committer : IDisposable
{
    private const int MostThreads = 4;

    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(5);

    private readonly object _gate = new();
    private readonly Queue<FileJournal> _ready = [];
    private readonly List<FileJournal> _later = [];
    private readonly TimeSpan _interval;
    private readonly ITimer _timer;
    private int _threads;
    private int _idle;
    private bool _isDisposed;

    internal Committer(TimeProvider time, TimeSpan interval)
    {
        _interval = interval;
        _timer = time.CreateTimer(static committer => ((Committer)committer!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Commits a journal once the interval is over.</summary>
    internal void CommitLater(FileJournal journal)
    {
        lock (_gate)
        {
            _later.Add(journal);
            if (_later.Count == 1 && !_isDisposed)
            {
                _timer.Change(_interval, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Commits a journal at once, or once more where that is going on.</summary>
    internal void CommitNow(FileJournal journal)
    {
        lock (_gate)
        {
            Enqueue(journal);
        }
    }

    /// <summary>Lets the threads end once nothing is left to do.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            _isDisposed = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            foreach (var journal in _later)
            {
                Enqueue(journal);
            }

            _later.Clear();
        }
    }

    private void Enqueue(FileJournal journal)
    {
        if (journal.CommitState is not CommitState.Idle)
        {
            journal.CommitState = journal.CommitState is CommitState.Queued ? CommitState.Queued : CommitState.RunningAgain;
            return;
        }

        journal.CommitState = CommitState.Queued;
        _ready.Enqueue(journal);
        if (_idle > 0)
        {
            Monitor.Pulse(_gate);
        }
        else if (_threads < MostThreads)
        {
            _threads++;
            new Thread(static committer => ((Committer)committer!).Work()) { IsBackground = true, Name = "Graflow log" }.UnsafeStart(this);
        }
    }

    private void Work()
    {
        while (Take() is { } journal)
        {
            journal.Commit();
            lock (_gate)
            {
                var isWanted = journal.CommitState is CommitState.RunningAgain;
                journal.CommitState = CommitState.Idle;
                if (isWanted)
                {
                    Enqueue(journal);
                }
            }
        }
    }

    private FileJournal? Take()
    {
        lock (_gate)
        {
            while (_ready.Count == 0)
            {
                _idle++;
                var isWoken = !_isDisposed && Monitor.Wait(_gate, IdleTime);
                _idle--;
                if (!isWoken && _ready.Count == 0)
                {
                    _threads--;
                    return null;
                }
            }

            var journal = _ready.Dequeue();
            journal.CommitState = CommitState.Running;
            return journal;
        }
    }
}
