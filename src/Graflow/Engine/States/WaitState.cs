namespace Graflow.Engine;

/// <summary><c>Flow.WaitFor(name)</c> in a run.</summary>
internal sealed class WaitState<T>(Frame frame, WaitVertex<T> vertex) : ParkedState<T>(frame, vertex), IWaitState
{
    bool IWaitState.IsToCome => !IsSettled && Parking is null or { Phase: ParkingPhase.New };

    bool IWaitState.Fits(Signal signal) => signal.Fits<T>();

    private protected override VertexState? GoOn(Worker worker, Parking parking)
    {
        if (parking.Phase == ParkingPhase.Expired)
        {
            return Fail(worker, new TaskFailure(Path, attempts: 0, TaskTimeoutException.OfWait(Path, vertex.Name, vertex.Time!.Value)));
        }

        T value;
        try
        {
            value = parking.Signal!.Read<T>();
        }
        catch (PayloadException exception)
        {
            return Fail(worker, new TaskFailure(Path, attempts: 0, exception));
        }

        return Succeed(worker, value);
    }
}
