using System.Buffers.Binary;
using System.Security.Cryptography;
using Graflow.Redis.Tasks;

namespace Graflow.Redis.Workers;

/// <summary>
/// Fills a worker's slots. Of each cell one step at a time is under way, which commits what has ended and claims for the slots that are free; what ends meanwhile goes with the next one, so that batches grow with the load.
/// No slot waits for another one's body. Thread-safe.
/// </summary>
internal sealed partial class TaskLoop : IThreadPoolWorkItem, IDisposable
{
    private const int MaxBatch = 256;

    // How often a cell may claim again while others wait for a slot.
    private const int MaxStreak = 8;

    private static readonly TimeSpan TellAfter = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly LoopSetup _setup;
    private readonly CellLine[] _lines;
    private readonly byte[] _nonceSeed = RandomNumberGenerator.GetBytes(sizeof(long));
    private readonly ITimer _teller;
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _steps;
    private int _free;
    private int _running;
    private int _turn;
    private bool _isPumpQueued;
    private bool _isTellerSet;
    private bool _isStopping;
    private bool _isClosed;
    private RunningTask? _suspect;
    private long _answeredAt;

    internal TaskLoop(LoopSetup setup, IEnumerable<CellLine> lines)
    {
        _setup = setup;
        _lines = [.. lines];
        _free = setup.Settings.Slots;
        _answeredAt = setup.Time.GetTimestamp();
        _teller = setup.Time.CreateTimer(static loop => ((TaskLoop)loop!).TellStarts(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    internal LoopSetup Setup => _setup;

    internal IReadOnlyList<CellLine> Lines => _lines;

    /// <summary>How long ago Redis last answered an attempt to claim.</summary>
    internal TimeSpan SinceAnswer => _setup.Time.GetElapsedTime(Interlocked.Read(ref _answeredAt));

    /// <summary>How many slots have a body.</summary>
    internal int Running => Volatile.Read(ref _running);

    /// <summary>Claims from now on.</summary>
    internal void Open()
    {
        Interlocked.Exchange(ref _answeredAt, _setup.Time.GetTimestamp());
        Poll();
    }

    /// <summary>There may be tasks in a cell.</summary>
    internal void Wake(CellLine line)
    {
        lock (_gate)
        {
            line.MayHaveTasks = true;
        }

        Pump();
    }

    /// <summary>Looks into all cells; also where no slot is free, to know whether Redis answers.</summary>
    internal void Poll()
    {
        lock (_gate)
        {
            foreach (var line in _lines)
            {
                line.MayHaveTasks = line.IsProbed = true;
            }
        }

        Pump();
    }

    /// <summary>The tasks of a cell that the worker runs, and those whose results Redis may not have yet: they are the worker's until it does.</summary>
    internal IReadOnlyCollection<ClaimedTask> HeldIn(CellLine line)
    {
        lock (_gate)
        {
            return [.. line.Running.Values.Where(static task => !task.IsLost).Concat(line.Uncommitted).Select(static task => task.Claim)];
        }
    }

    /// <summary>Some other worker has a task, or nobody wants it any more: its body is told to end, and nothing of it counts.</summary>
    internal void Lose(CellLine line, ClaimedTask claim)
    {
        RunningTask? task;
        lock (_gate)
        {
            if (!line.Running.TryGetValue(claim, out task) || task.IsLost)
            {
                return;
            }

            task.IsLost = true;
        }

        FleetInstruments.LeaseLost.Add(1);
        WorkerLog.LeaseLost(_setup.Logger, claim.Path, claim.RunId);
        task.Cancel();
    }

    /// <summary>A task was sent on the credit that the worker has.</summary>
    internal void Hear(CellLine line, ClaimedTask claim)
    {
        RunningTask task;
        bool isStopping;
        lock (_gate)
        {
            // One of a credit that is over comes with the answer of the step that took it back.
            if (line.Credit?.TryUse(claim.Nonce) is not true && line.UnderWay?.Asked?.TryUse(claim.Nonce) is not true)
            {
                return;
            }

            _free--;
            task = Begin(line, claim);
            SetTeller();
            isStopping = _isStopping;
            if (isStopping)
            {
                HandBack([task]);
            }
        }

        if (isStopping)
        {
            Pump();
        }
        else
        {
            task.Start(_setup.Body);
        }
    }

    /// <summary>A body has ended, or was given up: its slot is free.</summary>
    /// <param name="task">The task.</param>
    /// <param name="finished">What is to be committed; it is not if the task was lost.</param>
    internal void End(RunningTask task, in FinishedTask finished)
    {
        bool mayBatch;
        lock (_gate)
        {
            if (!Free(task))
            {
                return;
            }

            if (!task.IsLost)
            {
                task.Line.Ended.Add(new EndedTask(task, finished));
            }

            // Others that are quick end before the pool comes to it, and travel along.
            mayBatch = _running > 0;
            if (mayBatch && _isPumpQueued)
            {
                return;
            }

            _isPumpQueued = mayBatch;
        }

        if (mayBatch)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
        else
        {
            Pump();
        }
    }

    public void Dispose() => _teller.Dispose();

    void IThreadPoolWorkItem.Execute()
    {
        lock (_gate)
        {
            _isPumpQueued = false;
        }

        Pump();
    }

    /// <summary>Tells of bodies that run that they do. Of those that are quick, their end tells it.</summary>
    private void TellStarts()
    {
        RunningTask[] begun;
        lock (_gate)
        {
            _isTellerSet = false;
            begun = [.. _lines.SelectMany(static line => line.Running.Values).Where(static task => !task.IsStartTold)];
            if (begun.Length > 0)
            {
                SetTeller();
            }
        }

        foreach (var task in begun)
        {
            if (_setup.Time.GetElapsedTime(task.ClaimedAt) >= TellAfter / 2)
            {
                task.TellStart();
            }
        }
    }

    private void SetTeller()
    {
        if (!_isTellerSet && _running > 0)
        {
            _isTellerSet = _teller.Change(TellAfter, Timeout.InfiniteTimeSpan);
        }
    }

    private bool Free(RunningTask task)
    {
        if (!task.Line.Running.Remove(task.Claim))
        {
            return false;
        }

        if (_suspect == task || Array.Exists(_lines, static line => line.SuspectSince is not null))
        {
            // Tasks may wait that nothing was claimed beside, or that nothing may run beside.
            Array.ForEach(_lines, static line => line.MayHaveTasks = true);
        }

        _suspect = _suspect == task ? null : _suspect;
        _running--;
        _free++;
        return true;
    }

    private void Pump()
    {
        while (Next() is { } step)
        {
            _ = StepAsync(step);
        }
    }

    /// <summary>The next step that can be made, of the cells in turn; null when there is none.</summary>
    private PendingStep? Next()
    {
        lock (_gate)
        {
            for (var i = 0; i < _lines.Length; i++)
            {
                var line = _lines[(_turn + i) % _lines.Length];
                if (line.CanStep && Begin(line) is { } step)
                {
                    return step;
                }
            }

            if (_isStopping && Array.TrueForAll(_lines, static line => line.IsIdle))
            {
                _drained.TrySetResult();
            }

            return null;
        }
    }

    private PendingStep? Begin(CellLine line)
    {
        var wanted = line.MayHaveTasks || (line.Ended.Count > 0 && line.Credit is { IsUsedUp: true }) ? Claimable() : 0;
        if (wanted > 0 && line.Streak >= MaxStreak && Array.Exists(_lines, other => other != line && other.CanStep && other.MayHaveTasks))
        {
            (wanted, line.Streak) = (0, 0);
            _turn = (Array.IndexOf(_lines, line) + 1) % _lines.Length;
        }

        var revoked = wanted > 0 || _isStopping ? line.Credit : null;
        if (wanted == 0 && line.Ended.Count == 0 && !line.IsProbed && revoked is null)
        {
            return null;
        }

        var isAlone = _free == _setup.Settings.Slots || (line.SuspectSince is { } since && _setup.Time.GetElapsedTime(since) > _setup.Lease);
        _free -= wanted;
        line.Streak = wanted > 0 ? line.Streak + 1 : line.Streak;
        line.MayHaveTasks &= wanted == 0;
        line.IsProbed = false;
        var nonce = NewNonce();
        return line.UnderWay = new PendingStep(line, line.TakeEnded(MaxBatch), wanted, nonce)
        {
            IsAlone = isAlone,
            Revoked = revoked,
            Heard = revoked is null ? [] : [.. revoked.Heard],
            // Slots are promised to one cell only.
            Asked = wanted > 0 && _lines.Length == 1 && line.SuspectSince is null ? new Credit(nonce) : null,
        };
    }

    // Beside a task that may have killed workers nothing else begins, until it has lived for a while.
    private int Claimable() =>
        _isStopping || (_suspect is { } suspect && _setup.Time.GetElapsedTime(suspect.ClaimedAt) < _setup.Lease) ? 0 : Math.Clamp(_free, 0, MaxBatch);

    private byte[] NewNonce()
    {
        var nonce = new byte[2 * sizeof(long)];
        _nonceSeed.CopyTo(nonce, 0);
        BinaryPrimitives.WriteInt64LittleEndian(nonce.AsSpan(sizeof(long)), _steps++);
        return nonce;
    }
}
