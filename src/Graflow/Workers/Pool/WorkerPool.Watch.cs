using Graflow.Telemetry;

namespace Graflow.Workers;

internal sealed partial class WorkerPool
{
    private ITimer? _ticks;
    private ITimer? _restart;
    private bool _isTicking;

    private TimeSpan TickPeriod => _options.HeartbeatInterval < _options.IdleTimeout ? _options.HeartbeatInterval : _options.IdleTimeout;

    // Counted in questions without an answer, not in time: a machine that slept must not find all its workers silent.
    private int MaxUnanswered => (int)Math.Min((_options.HeartbeatTimeout.Ticks + TickPeriod.Ticks - 1) / TickPeriod.Ticks, int.MaxValue);

    private void StartTicking()
    {
        if (!_isTicking)
        {
            _isTicking = true;
            _ticks ??= CreateTimer(static pool => pool.Tick());
            _ticks.Change(TickPeriod, TickPeriod);
        }
    }

    /// <summary>Looks again after a pause at what those who wait may get; called under the gate.</summary>
    private void DispatchAfter(TimeSpan pause)
    {
        _restart ??= CreateTimer(static pool => pool.Redispatch());
        _restart.Change(pause, Timeout.InfiniteTimeSpan);
    }

    private void Redispatch()
    {
        WorkerSlot? sender;
        lock (_gate)
        {
            sender = Dispatch();
        }

        SendElsewhere(sender);
    }

    // A timer outlives the run that happens to need it first, and must not keep its async-locals.
    private ITimer CreateTimer(Action<WorkerPool> callback)
    {
        AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        try
        {
            return _time.CreateTimer(_ => callback(this), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            flow?.Undo();
        }
    }

    /// <summary>Asks those that run bodies whether they are alive, kills those that did not say so, and ends those that were idle for too long.</summary>
    private void Tick()
    {
        List<WorkerLink> asked = [];
        List<WorkerLink> silent = [];
        lock (_gate)
        {
            foreach (var slot in _slots.Where(static slot => slot.State == SlotState.Live))
            {
                if (slot.InFlight.Count > 0)
                {
                    (slot.Link!.Unanswered >= MaxUnanswered ? silent : asked).Add(slot.Link);
                }
                else if (slot.IsIdle && _time.GetElapsedTime(slot.Since) >= _options.IdleTimeout)
                {
                    End(slot);
                }
            }

            if (!_isDisposed && Array.TrueForAll(_slots, static slot => slot.State == SlotState.Empty))
            {
                _isTicking = false;
                _ticks!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }

        foreach (var link in silent)
        {
            Log.WorkerSilent(_logger, link.Name, _options.HeartbeatTimeout);
            link.Kill($"was killed because it did not answer for {_options.HeartbeatTimeout}");
        }

        asked.ForEach(static link => link.Ask());
    }

    /// <summary>Ends a worker that had its one call; called under the gate.</summary>
    private void EndIfUsed(WorkerSlot slot)
    {
        if (!_options.AreReused && slot.IsIdle)
        {
            End(slot);
        }
    }

    /// <summary>Asks a worker without calls to end; called under the gate.</summary>
    private void End(WorkerSlot slot)
    {
        slot.State = SlotState.Ending;
        var link = slot.Link!;
        link.EndTimer = _time.CreateTimer(static state => ((WorkerLink)state!).Kill("was killed because it did not end when it was asked to"), link, _options.KillAfter, Timeout.InfiniteTimeSpan);
        ThreadPool.UnsafeQueueUserWorkItem(static link => link.Connection.Send(FrameKind.Goodbye, callId: 0), link, preferLocal: false);
    }
}
