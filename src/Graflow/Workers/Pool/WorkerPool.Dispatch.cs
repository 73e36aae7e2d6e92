namespace Graflow.Workers;

internal sealed partial class WorkerPool
{
    // After a failed start, others of the pool go on; another try comes no sooner than this.
    private static readonly TimeSpan StartPause = TimeSpan.FromSeconds(1);

    /// <summary>Sends what a slot's worker was given, in order: one thread at a time, and what others add meanwhile it takes along.</summary>
    internal void Send(WorkerSlot slot)
    {
        while (true)
        {
            UnsentFrame frame;
            WorkerLink link;
            lock (_gate)
            {
                if (!slot.Unsent.TryDequeue(out frame))
                {
                    slot.IsSending = false;
                    return;
                }

                link = slot.Link!;
            }

            if (frame.Kind != FrameKind.Call)
            {
                link.Connection.Send(frame.Kind, frame.Id);
            }
            else if (link.TrySend(frame.Call, frame.Id) is { } problem)
            {
                Settle(slot, link, frame.Id)?.Refuse(problem);
            }
        }
    }

    private void Enqueue(PoolRequest request)
    {
        request.State = RequestState.Waiting;
        if (request.Sequence < 0)
        {
            request.Sequence = _sequence++;
        }

        _waiting.Enqueue(request, (-request.Priority, request.Sequence));
    }

    /// <summary>Gives slots to those who wait, in their order, and starts workers for the rest; called under the gate.</summary>
    /// <returns>A slot that the caller is to send for; for others, pool threads do.</returns>
    private WorkerSlot? Dispatch()
    {
        WorkerSlot? sender = null;
        while (_waiting.TryPeek(out var next, out _))
        {
            if (next.State != RequestState.Waiting)
            {
                _waiting.Dequeue();
                continue;
            }

            if (Choose(next) is not { } slot)
            {
                StartWorkers();
                return sender;
            }

            _waiting.Dequeue();
            if (next is WorkerLease lease)
            {
                (lease.State, lease.Slot, slot.Lease) = (RequestState.Held, slot, lease);
                lease.Grant();
            }
            else
            {
                sender = Assign(slot, (WorkerCall)next, sender);
            }
        }

        RecallForIdle();
        return sender;
    }

    private WorkerSlot? Choose(PoolRequest request)
    {
        var call = request as WorkerCall;
        var needsWorker = request is not WorkerLease { NeedsWorker: false };
        WorkerSlot? best = null;
        foreach (var slot in _slots)
        {
            if (slot.IsIdle || (!needsWorker && slot is { State: SlotState.Empty, Lease: null }))
            {
                return slot;
            }

            if (call is { MayBeSentAhead: true } && slot.HasRoom && (best is null || slot.InFlight.Count < best.InFlight.Count))
            {
                best = slot;
            }
        }

        if (best is not null)
        {
            // It would rather not wait behind another body.
            StartWorkers();
        }

        return best;
    }

    private WorkerSlot? Assign(WorkerSlot slot, WorkerCall call, WorkerSlot? sender)
    {
        slot.Add(call, _time.GetTimestamp());
        if (!BeginSending(slot))
        {
            return sender;
        }

        if (sender is null)
        {
            return slot;
        }

        SendElsewhere(slot);
        return sender;
    }

    private WorkerSlot? AssignLeased(WorkerSlot slot, WorkerCall call)
    {
        if (slot.State == SlotState.Live)
        {
            return Assign(slot, call, sender: null);
        }

        call.State = RequestState.Waiting;
        call.Slot = slot;
        slot.Pending = call;
        if (slot.State == SlotState.Empty)
        {
            Start(slot);
        }

        return null;
    }

    /// <summary>Tells a call's worker something of it, after the call itself; called under the gate.</summary>
    /// <returns>The slot, if the caller is to send for it.</returns>
    private static WorkerSlot? Tell(WorkerSlot slot, FrameKind kind, WorkerCall call)
    {
        if (slot.State != SlotState.Live)
        {
            return null;
        }

        slot.Unsent.Enqueue(new UnsentFrame(kind, call, call.Id));
        return BeginSending(slot) ? slot : null;
    }

    /// <returns>Whether nobody sends for the slot yet.</returns>
    private static bool BeginSending(WorkerSlot slot)
    {
        var begins = !slot.IsSending;
        slot.IsSending = true;
        return begins;
    }

    private static void SendElsewhere(WorkerSlot? slot)
    {
        if (slot is not null)
        {
            ThreadPool.UnsafeQueueUserWorkItem(slot, preferLocal: false);
        }
    }

    /// <summary>Starts as many workers as there are waiting requests that none is being started for; slots whose pause is not over get their try after it.</summary>
    private void StartWorkers()
    {
        var wanted = _waiting.Count - _slots.Count(static slot => slot is { State: SlotState.Starting, Lease: null });
        var now = _time.GetTimestamp();
        TimeSpan? pause = null;
        foreach (var slot in _slots)
        {
            if (wanted <= 0)
            {
                return;
            }

            if (slot is not { State: SlotState.Empty, Lease: null })
            {
                continue;
            }

            if (slot.FailedAt is { } failed && StartPause - _time.GetElapsedTime(failed, now) is var left && left > TimeSpan.Zero)
            {
                pause = pause < left ? pause : left;
                continue;
            }

            Start(slot);
            wanted--;
        }

        if (pause is { } wait)
        {
            // Nothing else need happen until then: the others may run long bodies, or there may be none.
            DispatchAfter(wait);
        }
    }

    /// <summary>A worker has nothing to do, and another one has calls that wait behind a body: the last of them is asked back.</summary>
    private void RecallForIdle()
    {
        WorkerSlot? busiest = null;
        var hasIdle = false;
        foreach (var slot in _slots)
        {
            hasIdle |= slot.IsIdle;
            if (slot.State == SlotState.Live && slot.InFlight.Count > Math.Max(busiest?.InFlight.Count ?? 0, 1) && !slot.AwaitsRecalled)
            {
                busiest = slot;
            }
        }

        if (hasIdle && busiest is not null && busiest.InFlight[^1] is { Lease: null } last)
        {
            busiest.Recalled = last;
            SendElsewhere(Tell(busiest, FrameKind.Recall, last));
        }
    }

    private static void Withdraw(WorkerCall call)
    {
        call.State = RequestState.Over;
        if (call.Slot is { } slot && ReferenceEquals(slot.Pending, call))
        {
            slot.Pending = null;
        }

        call.Refuse(new OperationCanceledException());
    }
}
