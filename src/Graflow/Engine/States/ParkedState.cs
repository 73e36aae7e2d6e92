using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>A vertex that waits for something from outside the flow, and holds nothing meanwhile but its place.</summary>
internal abstract class ParkedState<T>(Frame frame, Vertex vertex) : VertexState<T>(frame, vertex)
{
    private const int Free = 0;
    private const int Taken = 1;
    private const int Cancelled = 2;

    private Parking? _parking;
    private int _claim;

    private protected Parking? Parking => _parking;

    internal override void Reset()
    {
        base.Reset();
        (_parking, _claim) = (null, Free);
    }

    private protected sealed override VertexState? Run(Worker worker)
    {
        if (_parking is { } parking)
        {
            return GoOn(worker, parking);
        }

        if (Driver.Durable is { } durable)
        {
            if (durable.Recall(this) is { } memory && TryRecall(worker, memory, out var next))
            {
                return next;
            }

            if (durable.IsReplaying)
            {
                durable.Park(this);
                return worker.Released();
            }
        }

        return Park(worker);
    }

    /// <summary>The wait is over, and nobody can cancel it any more.</summary>
    private protected abstract VertexState? Finish(Worker worker, Parking parking);

    /// <summary>Takes how the wait ended before a resume.</summary>
    /// <returns>Whether it had ended.</returns>
    private protected abstract bool TryRecall(Worker worker, VertexMemory memory, out VertexState? next);

    // Who ends the wait is decided once, before anything is written down of it.
    private protected sealed override bool TryInterrupt()
    {
        if (Interlocked.CompareExchange(ref _claim, Cancelled, Free) != Free || !TryMove(VertexStatus.Running, VertexStatus.Cancelled))
        {
            return false;
        }

        if (Volatile.Read(ref _parking) is { } parking)
        {
            parking.Waits.Close(parking);
        }

        return true;
    }

    private VertexState? GoOn(Worker worker, Parking parking) =>
        Interlocked.CompareExchange(ref _claim, Taken, Free) == Free ? Finish(worker, parking) : worker.Released();

    private VertexState? Park(Worker worker)
    {
        Frame.NeedsReset = true;
        var waits = Driver.Scope.Waits;
        var parking = new Parking(waits, this, DueAt());
        Volatile.Write(ref _parking, parking);
        if (Driver.Durable?.WaitOpened(this, parking) ?? true)
        {
            Driver.Recorder?.WaitStarted(Place, parking.DueAt);
        }

        var isOver = waits.Park(parking);

        // Whoever cancels says so, then looks for what waits; this side does it the other way round.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _claim) == Cancelled)
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

        return Driver.Durable is { } durable ? durable.StartTimer(this, time) : Driver.Scope.Time.GetUtcNow().AddOrMax(time);
    }
}
