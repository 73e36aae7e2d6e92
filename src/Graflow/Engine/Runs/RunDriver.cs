using System.Diagnostics.CodeAnalysis;

namespace Graflow.Engine;

/// <summary>
/// Advances one run: hands ready vertices to threads, never more at once than the run's execution allows, and ends the run once.
/// Whichever thread settles a vertex goes on with what became ready; a thread that is stuck in a body is never needed.
/// </summary>
internal sealed partial class RunDriver : IThreadPoolWorkItem, IFrameOwner
{
    private const int Unused = int.MinValue / 2;

    private readonly Lock _seatLock = new();
    private volatile Worker[] _workers;
    private volatile bool _isEnded;
    private int _active = Unused;
    private int _wakePending;

    internal RunDriver() => _workers = [new Worker(this), new Worker(this)];

    internal bool IsEnded => _isEnded;

    /// <summary>At most so many threads and unfinished bodies at once.</summary>
    private int Limit { get; set; }

    /// <summary>Whether nothing runs, pauses or is ready, and something waits for a signal or a time. At a moment when that changes, either answer may come.</summary>
    internal bool IsWaiting =>
        !_isEnded && _scope.IsParked && HasNoThread && !_scope.HasPauses && !HasReady && HasNoThread && _scope.IsParked;

    // Asked before and after what is ready is looked at: a thread that came in between may have taken it.
    private bool HasNoThread => Volatile.Read(ref _active) == 0;

    private bool HasReady
    {
        get
        {
            if (Ordered is { } ordered)
            {
                return !ordered.IsEmpty;
            }

            foreach (var worker in _workers)
            {
                if (!worker.Deque.IsEmpty)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>A pool thread that <see cref="Wake"/> asked for.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        Interlocked.Exchange(ref _wakePending, 0);
        if (!_isEnded && HasReady && TryEnter())
        {
            Work(null);
        }
    }

    /// <summary>Asks for one more thread if it could help; never for two at a time, since the first finds out whether a second one would help.</summary>
    internal void Wake()
    {
        // What was made ready must be visible before the run's threads are counted: a thread that leaves counts first and looks afterwards.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _wakePending) == 0
            && Volatile.Read(ref _active) < Limit
            && Interlocked.CompareExchange(ref _wakePending, 1, 0) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Goes on with a vertex on the calling thread, or on another one when all slots are taken.</summary>
    /// <param name="ready">The vertex.</param>
    /// <param name="needsPermit">Whether its body still has to wait for the limits of its group.</param>
    internal void Resume(VertexState ready, bool needsPermit = false)
    {
        if (_isEnded)
        {
            return;
        }

        if (TryEnter())
        {
            Work(ready, needsPermit);
        }
        else
        {
            PushFromOutside(ready, needsPermit);
        }
    }

    /// <summary>Settles a vertex whose time is over, even if stuck bodies hold all slots: ending them may be what frees one. Runs no body, so that none holds up the clock.</summary>
    internal void Expire(VertexState expired)
    {
        if (_isEnded)
        {
            return;
        }

        var worker = TakeSeat();
        try
        {
            if (expired.Execute(worker) is { } next)
            {
                worker.Push(next);
            }
        }
        catch (Exception exception)
        {
            Break(expired, exception);
        }

        var (_, completion) = worker.Reset();
        worker.LeaveSeat();
        Wake();
        completion?.Publish();
    }

    /// <summary>Goes on after a body that kept its slot while it was awaited.</summary>
    internal void ResumeBody(VertexState body)
    {
        if (_isEnded)
        {
            return;
        }

        Work(body);
    }

    /// <summary>A body is awaited now: it keeps this thread's slot, and the thread needs another one to go on.</summary>
    /// <returns>Whether this thread may go on.</returns>
    internal bool KeepSlotForBody() => TryEnter();

    /// <summary>Gives back the slot of a body that was abandoned.</summary>
    internal void ReleaseSlot()
    {
        Interlocked.Decrement(ref _active);
        WakeIfReady();
    }

    internal bool TrySteal(Worker thief, [NotNullWhen(true)] out VertexState? ready)
    {
        foreach (var worker in _workers)
        {
            if (!ReferenceEquals(worker, thief) && worker.Deque.TrySteal(thief.Deque, out ready))
            {
                // While items moved from one deque to the other, a thread that came for them saw none and left.
                WakeIfReady();
                return true;
            }
        }

        ready = null;
        return false;
    }

    private void WakeIfReady()
    {
        if (HasReady)
        {
            Wake();
        }
    }

    /// <summary>Makes a vertex ready from a thread that does not advance the run, such as a timer's.</summary>
    private void PushFromOutside(VertexState ready, bool needsPermit)
    {
        var worker = TakeSeat();
        if ((needsPermit ? worker.Ready(ready) : ready) is { } admitted)
        {
            worker.Push(admitted);
        }

        worker.LeaveSeat();
        Wake();
    }

    // A driver that no run uses lets nobody in, so that a thread that comes late for one run cannot disturb the next.
    private bool TryEnter()
    {
        for (var active = Volatile.Read(ref _active); active >= 0 && active < Limit;)
        {
            var seen = Interlocked.CompareExchange(ref _active, active + 1, active);
            if (seen == active)
            {
                return true;
            }

            active = seen;
        }

        return false;
    }

    private void Work(VertexState? first, bool needsPermit = false)
    {
        var worker = TakeSeat();
        if (needsPermit)
        {
            first = worker.Ready(first!);
        }

        if (first is null && HasReadyBesides(worker))
        {
            Wake();
        }

        var context = EnterCallerContext();
        worker.Work(first);
        var (isDetached, completion) = worker.Reset();
        worker.LeaveSeat();
        LeaveCallerContext(context);
        if (!isDetached)
        {
            Leave();
        }

        completion?.Publish();
    }

    // Bodies see the caller's async-locals on whichever thread they run, as they would after an await; the thread gets its own ones back.
    private ExecutionContext? EnterCallerContext()
    {
        var own = ExecutionContext.Capture();
        KeepCallerContext();
        return own;
    }

    /// <summary>A body that sets async-locals, such as the culture, sets them for itself alone.</summary>
    internal void KeepCallerContext()
    {
        if (_callerContext is { } context && !ReferenceEquals(context, ExecutionContext.Capture()))
        {
            ExecutionContext.Restore(context);
        }
    }

    private static void LeaveCallerContext(ExecutionContext? own)
    {
        if (own is not null && !ReferenceEquals(own, ExecutionContext.Capture()))
        {
            ExecutionContext.Restore(own);
        }
    }

    private bool HasReadyBesides(Worker worker) => worker.Deque.IsEmpty && HasReady;

    private void Leave()
    {
        var active = Interlocked.Decrement(ref _active);
        if (_isEnded)
        {
            if (active == 0 && Interlocked.CompareExchange(ref _active, Unused, 0) == 0)
            {
                Finish();
            }
        }
        else
        {
            WakeIfReady();
        }
    }

    private Worker TakeSeat()
    {
        while (true)
        {
            var workers = _workers;
            foreach (var worker in workers)
            {
                if (worker.TryTakeSeat())
                {
                    return worker;
                }
            }

            lock (_seatLock)
            {
                if (ReferenceEquals(workers, _workers))
                {
                    _workers = [.. workers, new Worker(this), new Worker(this)];
                }
            }
        }
    }
}
