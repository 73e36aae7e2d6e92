using Microsoft.Extensions.Logging;

namespace Graflow.Workers;

/// <summary>Workers of one kind, at most so many, each running one body at a time. Starts them when they are needed and ends them when they are idle; a lost worker's call goes to another one. Thread-safe.</summary>
internal sealed partial class WorkerPool : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<PoolRequest, (int Priority, long Sequence)> _waiting = new();
    private readonly IWorkerLauncher _launcher;
    private readonly WorkerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly WorkerSlot[] _slots;
    private readonly CancellationTokenSource _disposing = new();
    private long _sequence;
    private bool _isDisposed;

    internal WorkerPool(IWorkerLauncher launcher, int size, WorkerOptions options, TimeProvider time, ILogger logger)
    {
        (_launcher, _options, _time, _logger) = (launcher, options, time, logger);
        _slots = new WorkerSlot[size];
        for (var i = 0; i < size; i++)
        {
            _slots[i] = new WorkerSlot(this);
        }
    }

    /// <summary>How many workers are ready.</summary>
    internal int LiveWorkers
    {
        get
        {
            lock (_gate)
            {
                return _slots.Count(static slot => slot.State == SlotState.Live);
            }
        }
    }

    /// <summary>Gives a call to a worker, now or when one is free. Sends on the calling thread where it can.</summary>
    internal void Submit(WorkerCall call, WorkerLease? lease = null)
    {
        WorkerSlot? sender;
        lock (_gate)
        {
            if (call.IsCancelled)
            {
                // It was before it came here, and has been refused then.
                return;
            }

            if (_isDisposed)
            {
                call.Refuse(Disposed());
                return;
            }

            // The attempt may have been ended, and its slot given back, while its handler was at work.
            call.Lease = lease is { State: RequestState.Held } ? lease : null;
            if (call.Lease is null)
            {
                Enqueue(call);
                sender = Dispatch();
            }
            else
            {
                sender = AssignLeased(call.Lease.Slot!, call);
            }
        }

        if (sender is not null)
        {
            Send(sender);
        }
    }

    /// <summary>Waits for a slot that is then kept for the caller.</summary>
    /// <param name="priority">Higher comes first.</param>
    /// <param name="needsWorker">Whether a worker must be ready in it; otherwise the slot just counts as taken.</param>
    /// <param name="cancellationToken">Gives up the place in line.</param>
    internal async ValueTask<WorkerLease> LeaseAsync(int priority, bool needsWorker, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lease = new WorkerLease(this, priority, needsWorker);
        WorkerSlot? sender;
        lock (_gate)
        {
            if (_isDisposed)
            {
                throw Disposed();
            }

            Enqueue(lease);
            sender = Dispatch();
        }

        if (sender is not null)
        {
            Send(sender);
        }

        using var registration = cancellationToken.UnsafeRegister(static (state, token) => ((WorkerLease)state!).Leave(token), lease);
        await lease.Granted.ConfigureAwait(false);
        return lease;
    }

    /// <summary>Nobody waits for the call any more: it is taken back if its body has not begun, and else told to its body, whose worker is killed if that does not help.</summary>
    internal void Cancel(WorkerCall call)
    {
        WorkerSlot? sender;
        lock (_gate)
        {
            if (call.State == RequestState.Over || call.IsCancelled)
            {
                return;
            }

            call.IsCancelled = true;
            if (call.State == RequestState.Waiting)
            {
                Withdraw(call);
                return;
            }

            sender = Tell(call.Slot!, FrameKind.Cancel, call);
            call.KillTimer = _time.CreateTimer(static state => ((WorkerCall)state!).Slot!.Pool.KillCancelled((WorkerCall)state), call, _options.KillAfter, Timeout.InfiniteTimeSpan);
        }

        if (sender is not null)
        {
            Send(sender);
        }
    }

    /// <summary>Gives up a place in line.</summary>
    /// <returns>Whether it still had one; false where a slot was given to it meanwhile.</returns>
    internal bool TryLeave(WorkerLease lease)
    {
        lock (_gate)
        {
            if (lease.State != RequestState.Waiting)
            {
                return false;
            }

            lease.State = RequestState.Over;
            return true;
        }
    }

    /// <summary>Gives a kept slot back.</summary>
    internal void Release(WorkerLease lease)
    {
        WorkerSlot? sender;
        lock (_gate)
        {
            if (lease.State != RequestState.Held)
            {
                return;
            }

            lease.State = RequestState.Over;
            lease.Slot!.Lease = null;
            lease.Slot.Since = _time.GetTimestamp();
            EndIfUsed(lease.Slot);
            sender = Dispatch();
        }

        SendElsewhere(sender);
    }

    /// <summary>What those are told who need a worker of an engine that is no more.</summary>
    internal static ObjectDisposedException Disposed() => new(nameof(WorkflowEngine), "The engine was disposed of, and its worker processes with it.");
}
