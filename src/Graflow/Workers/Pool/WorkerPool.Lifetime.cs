using Graflow.Telemetry;

namespace Graflow.Workers;

internal sealed partial class WorkerPool
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Ends all workers; calls that are under way fail.</summary>
    public async ValueTask DisposeAsync()
    {
        List<WorkerLink> busy = [];
        List<Task> cleared = [];
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            _ticks?.Dispose();
            _restart?.Dispose();
            RefuseWaiting(Disposed());
            foreach (var slot in _slots.Where(static slot => slot.Link is not null))
            {
                cleared.Add(slot.Cleared.Task);
                if (slot.State == SlotState.Ending)
                {
                    continue;
                }

                if (slot.InFlight.Count == 0)
                {
                    End(slot);
                }
                else
                {
                    busy.Add(slot.Link!);
                }
            }
        }

        busy.ForEach(static link => link.Kill("was killed because its engine was disposed of"));
        await _disposing.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(cleared.Concat(_slots.Select(static slot => slot.Starting))).ConfigureAwait(false);
        _disposing.Dispose();
    }

    /// <summary>A worker has ended, or is of no use any more; called on its reader thread.</summary>
    internal void Lost(WorkerSlot slot, WorkerLink link)
    {
        lock (_gate)
        {
            if (ReferenceEquals(slot.Link, link))
            {
                slot.State = SlotState.Ending;
                slot.Unsent.Clear();
                _ = Task.Run(() => ClearAwayAsync(slot, link));
            }
        }
    }

    private void Start(WorkerSlot slot)
    {
        slot.State = SlotState.Starting;
        StartTicking();
        slot.Starting = Task.Run(() => StartAsync(slot));
    }

    private async Task StartAsync(WorkerSlot slot)
    {
        try
        {
            var link = await WorkerLink.StartAsync(slot, _launcher, _options.StartTimeout, _time, _disposing.Token).ConfigureAwait(false);
            Log.WorkerStarted(_logger, link.Name);
            if (!TryBegin(slot, link))
            {
                throw await link.FailStartAsync(inner: null).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            StartFailed(slot, exception);
        }
    }

    private bool TryBegin(WorkerSlot slot, WorkerLink link)
    {
        WorkerSlot? sender = null;
        lock (_gate)
        {
            if (_isDisposed || link.IsClosed)
            {
                return false;
            }

            slot.Begin(link, _time.GetTimestamp());
            if (slot.Pending is { } pending)
            {
                slot.Pending = null;
                SendElsewhere(Assign(slot, pending, sender: null));
            }

            sender = Dispatch();
        }

        SendElsewhere(sender);
        return true;
    }

    private void StartFailed(WorkerSlot slot, Exception reason)
    {
        Log.WorkerStartFailed(_logger, reason);
        WorkerSlot? sender = null;
        lock (_gate)
        {
            (slot.State, slot.FailedAt) = (SlotState.Empty, _time.GetTimestamp());
            reason = _isDisposed ? Disposed() : reason;
            if (slot.Pending is { State: RequestState.Waiting } pending)
            {
                (slot.Pending, pending.State) = (null, RequestState.Over);
                pending.Refuse(reason);
            }

            // As long as others work, or may, those who wait are served.
            if (Array.TrueForAll(_slots, static other => other.State == SlotState.Empty))
            {
                RefuseWaiting(reason);
            }
            else
            {
                sender = Dispatch();
            }
        }

        SendElsewhere(sender);
    }

    private void RefuseWaiting(Exception reason)
    {
        while (_waiting.TryDequeue(out var request, out _))
        {
            if (request.State == RequestState.Waiting)
            {
                request.State = RequestState.Over;
                request.Refuse(reason);
            }
        }
    }

    private async Task ClearAwayAsync(WorkerSlot slot, WorkerLink link)
    {
        var loss = await link.EndAsync().ConfigureAwait(false);
        Log.WorkerEnded(_logger, loss.Reason);
        WorkerSlot? sender = null;
        lock (_gate)
        {
            var calls = slot.InFlight.ToArray();
            slot.InFlight.Clear();
            (slot.State, slot.Link, slot.Recalled) = (SlotState.Empty, null, null);
            for (var i = 0; i < calls.Length; i++)
            {
                // A worker begins its calls in order: only the first one can have had to do with its end.
                GiveElsewhere(slot, calls[i], i == 0 ? loss : null);
            }

            if (!_isDisposed)
            {
                sender = Dispatch();
            }

            slot.Cleared.SetResult();
        }

        SendElsewhere(sender);
    }

    private void GiveElsewhere(WorkerSlot slot, WorkerCall call, WorkerLoss? loss)
    {
        call.KillTimer?.Dispose();
        if (ReasonToGiveUp(call, loss) is { } reason)
        {
            call.State = RequestState.Over;
            call.Refuse(reason);
            return;
        }

        if (loss is not null)
        {
            var (delivery, words) = (call.Losses + 1, loss.Reason);
            call.Post(lost => lost.Redelivered(delivery, words));
        }

        if (call.Lease is { State: RequestState.Held })
        {
            AssignLeased(slot, call);
        }
        else
        {
            Enqueue(call);
        }
    }

    private Exception? ReasonToGiveUp(WorkerCall call, WorkerLoss? loss)
    {
        if (call.IsCancelled)
        {
            return new OperationCanceledException();
        }

        if (_isDisposed)
        {
            return Disposed();
        }

        return loss is null ? null
            : loss.Exit.Failure ?? (++call.Losses >= _options.MaxDeliveries ? new WorkerCrashedException(call.TaskPath, call.Losses, loss) : null);
    }
}
