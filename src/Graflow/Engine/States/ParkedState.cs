namespace Graflow.Engine;

/// <summary>A vertex that waits for something from outside the flow, and holds nothing meanwhile but its place.</summary>
internal abstract class ParkedState<T>(Frame frame, Vertex vertex) : VertexState<T>(frame, vertex)
{
    private Parking? _parking;

    private protected Parking? Parking => _parking;

    internal override void Reset()
    {
        base.Reset();
        _parking = null;
    }

    private protected sealed override VertexState? Run(Worker worker) => _parking is { } parking ? GoOn(worker, parking) : Park(worker);

    /// <summary>The wait is over.</summary>
    private protected abstract VertexState? GoOn(Worker worker, Parking parking);

    private protected sealed override bool TryInterrupt()
    {
        if (!TryMove(VertexStatus.Running, VertexStatus.Cancelled))
        {
            return false;
        }

        if (_parking is { } parking)
        {
            parking.Waits.Close(parking);
        }

        return true;
    }

    private VertexState? Park(Worker worker)
    {
        Frame.NeedsReset = true;
        var waits = Driver.Scope.Waits;
        var parking = new Parking(waits, this, DueAt());
        Volatile.Write(ref _parking, parking);
        Driver.Recorder?.WaitStarted(Place, parking.DueAt);
        var isOver = waits.Park(parking);

        // Whoever cancels moves the status, then looks for what waits; this side does it the other way round.
        if (Frame.IsInterruptible && Status != VertexStatus.Running)
        {
            waits.Close(parking);
            return worker.Released();
        }

        return isOver ? GoOn(worker, parking) : null;
    }

    private DateTimeOffset? DueAt()
    {
        if (((IWaitVertex)Vertex).Time is not { } time)
        {
            return null;
        }

        var now = Driver.Scope.Time.GetUtcNow();
        return time < DateTimeOffset.MaxValue - now ? now + time : DateTimeOffset.MaxValue;
    }
}
