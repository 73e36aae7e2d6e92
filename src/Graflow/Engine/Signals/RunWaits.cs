using Graflow.Resilience;
using Graflow.Telemetry;

namespace Graflow.Engine;

/// <summary>All that one run waits for, and the signals that nobody waited for yet. One lock decides who wins: an answer, the clock, or whoever cancels.</summary>
internal sealed class RunWaits
{
    private const string Delays = "";

    private readonly Lock _gate = new();
    private readonly RunScope _scope;
    private readonly Dictionary<string, LinkedList<Parking>> _open = [];
    private readonly LinkedList<Signal> _queued;
    private readonly Dictionary<string, WaitEnd> _ends = [];
    private int _parked;
    private int _goingOn;
    private bool _hasEnded;

    internal RunWaits(RunScope scope)
    {
        _scope = scope;
        _queued = new LinkedList<Signal>(scope.Durable?.PendingSignals ?? []);
    }

    /// <summary>Whether something is waited for and nothing of it is about to go on.</summary>
    internal bool IsParked => Volatile.Read(ref _goingOn) == 0 && Volatile.Read(ref _parked) > 0;

    /// <summary>Begins to wait.</summary>
    /// <returns>Whether the wait is over already: a signal was there, or the time had come.</returns>
    internal bool Park(Parking parking)
    {
        lock (_gate)
        {
            if (_hasEnded || parking.Phase != ParkingPhase.New)
            {
                return false;
            }

            if (TakeQueued(parking) is { } signal)
            {
                (parking.Phase, parking.Signal) = (ParkingPhase.Answered, signal);
                _ends[signal.Name] = WaitEnd.Answered;
                return true;
            }

            if (parking.DueAt <= _scope.Time.GetUtcNow())
            {
                parking.Phase = ParkingPhase.Expired;
                return true;
            }

            Open(parking);
        }

        // The run may have ended before it knew that something waits.
        if (_scope.HasEnded)
        {
            End();
        }

        return false;
    }

    /// <summary>Takes a signal in: for the wait that has waited longest, or for one to come.</summary>
    /// <returns>False when the run ended, here at least.</returns>
    /// <exception cref="SignalRefusedException">No wait can ever take it.</exception>
    /// <exception cref="NotSerializableException">The run is durable, and the value has no codec.</exception>
    /// <exception cref="RunLogException">The run is durable, and the signal cannot be written down.</exception>
    internal bool TrySend(Signal signal)
    {
        lock (_gate)
        {
            if (_hasEnded)
            {
                return false;
            }

            var taker = FindOpen(signal);
            if (taker is null)
            {
                RefuseUnlessToCome(signal);
            }

            _scope.Durable?.SignalReceived(signal);
            _scope.Recorder?.SignalReceived(signal);
            if (taker is null)
            {
                _queued.AddLast(signal);
            }
            else
            {
                Answer(taker, signal);
            }

            return true;
        }
    }

    /// <summary>A wait of the name ended before a resume.</summary>
    internal void Ended(string name, WaitEnd end)
    {
        lock (_gate)
        {
            _ends[name] = end;
        }
    }

    /// <summary>Nobody wants a wait any more. A signal that it had and did not use is there for others again.</summary>
    internal void Close(Parking parking)
    {
        lock (_gate)
        {
            var phase = parking.Phase;
            parking.Phase = ParkingPhase.Closed;
            if (phase == ParkingPhase.Open)
            {
                Remove(parking, WaitEnd.Cancelled);
            }
            else if (phase == ParkingPhase.Answered && parking.Signal is { } signal)
            {
                if (FindOpen(signal) is { } other)
                {
                    Answer(other, signal);
                }
                else
                {
                    _queued.AddFirst(signal);
                }
            }
        }
    }

    /// <summary>What went on after its wait has settled.</summary>
    internal void WentOn() => Interlocked.Decrement(ref _goingOn);

    /// <summary>The run ended: nothing rings any more, and no signal is taken.</summary>
    internal void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
            foreach (var parking in _open.Values.SelectMany(static waits => waits))
            {
                parking.Phase = ParkingPhase.Closed;
                parking.Timer?.Dispose();
            }

            _open.Clear();
            Volatile.Write(ref _parked, 0);
        }
    }

    private void Open(Parking parking)
    {
        if (!_open.TryGetValue(parking.Name ?? Delays, out var waits))
        {
            _open.Add(parking.Name ?? Delays, waits = []);
        }

        waits.AddLast(parking.Node);
        parking.Phase = ParkingPhase.Open;
        Interlocked.Increment(ref _parked);
        if (parking.DueAt is { } due)
        {
            var left = due - _scope.Time.GetUtcNow();
            parking.Timer = LongTimer.Start(_scope.Time, static parking => ((Parking)parking!).Waits.Expire((Parking)parking), parking, left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    private void Expire(Parking parking)
    {
        lock (_gate)
        {
            if (parking.Phase != ParkingPhase.Open)
            {
                return;
            }

            Interlocked.Increment(ref _goingOn);
            parking.Phase = ParkingPhase.Expired;
            Remove(parking, WaitEnd.TimedOut);
        }

        parking.GoOn();
    }

    private void Answer(Parking taker, Signal signal)
    {
        Interlocked.Increment(ref _goingOn);
        (taker.Phase, taker.Signal) = (ParkingPhase.Answered, signal);
        Remove(taker, WaitEnd.Answered);
        ThreadPool.UnsafeQueueUserWorkItem(taker, preferLocal: false);
    }

    private void Remove(Parking parking, WaitEnd end)
    {
        var waits = _open[parking.Name ?? Delays];
        waits.Remove(parking.Node);
        if (waits.Count == 0)
        {
            _open.Remove(parking.Name ?? Delays);
        }

        parking.Timer?.Dispose();
        Interlocked.Decrement(ref _parked);
        if (parking.Name is { } name)
        {
            _ends[name] = end;
        }
    }

    private Parking? FindOpen(Signal signal)
    {
        if (_open.TryGetValue(signal.Name, out var waits))
        {
            foreach (var parking in waits)
            {
                if (parking.Accepts(signal))
                {
                    return parking;
                }
            }
        }

        return null;
    }

    private Signal? TakeQueued(Parking parking)
    {
        for (var node = _queued.First; node is not null; node = node.Next)
        {
            if (parking.Accepts(node.Value))
            {
                _queued.Remove(node);
                return node.Value;
            }

            if (parking.IsMeant(node.Value))
            {
                Log.SignalUnfit(_scope.Logger, node.Value.Name, node.Value.ShownType, _scope.RunId, parking.State.Path, TypeText.Of(((IWaitVertex)parking.State.Vertex).ValueType));
            }
        }

        return null;
    }

    private void RefuseUnlessToCome(Signal signal)
    {
        var forecast = WaitForecast.Of(_scope.Driver, signal);
        if (forecast.OtherType is { } expected)
        {
            throw SignalRefusedException.WrongType(_scope.RunId, signal, expected);
        }

        var waiting = _queued.Count(queued => queued.Name == signal.Name && (queued.Key is null || queued.Key == signal.Key));
        if (!forecast.IsOpenEnded && forecast.ToCome <= waiting)
        {
            throw SignalRefusedException.NoWait(_scope.RunId, signal, _ends.TryGetValue(signal.Name, out var end) ? end : waiting > 0 ? WaitEnd.Answered : WaitEnd.None, forecast.KnownNames);
        }
    }
}
