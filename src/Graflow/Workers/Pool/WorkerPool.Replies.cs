using Graflow.Telemetry;

namespace Graflow.Workers;

internal sealed partial class WorkerPool
{
    /// <summary>The body of a call ended.</summary>
    internal void Replied(WorkerSlot slot, WorkerLink link, uint id, RentedBytes reply)
    {
        if (Settle(slot, link, id) is { } call)
        {
            call.PostReply(reply);
        }
        else
        {
            reply.Return();
        }
    }

    /// <summary>A call came back without its body having begun.</summary>
    internal void Returned(WorkerSlot slot, WorkerLink link, uint id)
    {
        WorkerSlot? sender;
        lock (_gate)
        {
            if (Take(slot, link, id) is not { } call)
            {
                return;
            }

            if (call.IsCancelled || _isDisposed)
            {
                call.State = RequestState.Over;
                call.Refuse(call.IsCancelled ? new OperationCanceledException() : Disposed());
            }
            else
            {
                Enqueue(call);
            }

            sender = Dispatch();
        }

        SendElsewhere(sender);
    }

    /// <summary>The worker cannot run a call at all.</summary>
    internal void Refused(WorkerSlot slot, WorkerLink link, uint id, string reason) =>
        Settle(slot, link, id)?.Refuse(new WorkerHandshakeException(link.Name, reason));

    internal void LogOutput(WorkerLink link, string line) => Log.WorkerOutput(_logger, link.Name, line);

    /// <summary>The call that a worker says something about; null when it is over.</summary>
    internal WorkerCall? Find(WorkerSlot slot, WorkerLink link, uint id)
    {
        lock (_gate)
        {
            return ReferenceEquals(slot.Link, link) ? slot.Find(id) : null;
        }
    }

    /// <summary>The call whose body runs, for output that came past the protocol; null while none does.</summary>
    internal WorkerCall? Running(WorkerSlot slot, WorkerLink link)
    {
        lock (_gate)
        {
            return ReferenceEquals(slot.Link, link) && slot.InFlight is [var first, ..] ? first : null;
        }
    }

    /// <summary>Takes a call that is over out of its slot, and gives the slot to the next one.</summary>
    private WorkerCall? Settle(WorkerSlot slot, WorkerLink link, uint id)
    {
        WorkerSlot? sender;
        WorkerCall? call;
        lock (_gate)
        {
            call = Take(slot, link, id);
            if (call is null)
            {
                return null;
            }

            call.State = RequestState.Over;
            var now = _time.GetTimestamp();
            slot.Measure(_time.GetElapsedTime(slot.Since, now));
            slot.Since = now;
            EndIfUsed(slot);
            sender = Dispatch();
        }

        // The thread that found this out reads the next frames meanwhile.
        SendElsewhere(sender);
        return call;
    }

    private static WorkerCall? Take(WorkerSlot slot, WorkerLink link, uint id)
    {
        if (!ReferenceEquals(slot.Link, link) || slot.Find(id) is not { } call)
        {
            return null;
        }

        slot.InFlight.Remove(call);
        if (ReferenceEquals(slot.Recalled, call))
        {
            slot.Recalled = null;
        }

        call.KillTimer?.Dispose();
        return call;
    }

    /// <summary>The body of a cancelled call had its time to end.</summary>
    internal void KillCancelled(WorkerCall call)
    {
        WorkerLink link;
        lock (_gate)
        {
            if (call.State != RequestState.Held || call.Slot is not { Link: { } current } slot)
            {
                return;
            }

            if (!ReferenceEquals(slot.InFlight[0], call))
            {
                // Its worker was told not to begin it; if it begins all the same, it is told again in vain.
                call.KillTimer?.Change(_options.KillAfter + LeastPause, Timeout.InfiniteTimeSpan);
                return;
            }

            link = current;
        }

        Log.WorkerKilled(_logger, link.Name, call.TaskPath);
        link.Kill("was killed because the body that it ran was cancelled and did not end");
    }
}
