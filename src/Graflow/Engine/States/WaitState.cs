using Graflow.Logs;

namespace Graflow.Engine;

/// <summary><c>Flow.WaitFor(name)</c> in a run.</summary>
internal sealed class WaitState<T>(Frame frame, WaitVertex<T> vertex) : ParkedState<T>(frame, vertex), IWaitState
{
    bool IWaitState.IsToCome => !IsSettled && Parking is null or { Phase: ParkingPhase.New };

    bool IWaitState.Fits(Signal signal) => signal.Fits<T>();

    private protected override VertexState? Finish(Worker worker, Parking parking)
    {
        if (parking.Signal is not { } signal)
        {
            return Fail(worker, TaskTimeoutException.OfWait(Path, vertex.Name, vertex.Time!.Value));
        }

        T value;
        try
        {
            value = signal.Read<T>();
            Driver.Durable?.TaskSucceeded(this, iteration: 0, attempts: 1, value, effects: null, signal.Id);
        }
        catch (GraflowException exception) when (exception is PayloadException or NotSerializableException)
        {
            return Fail(worker, exception);
        }

        return Succeed(worker, value);
    }

    private protected override bool TryRecall(Worker worker, VertexMemory memory, out VertexState? next)
    {
        next = null;
        if (memory.End is not { } end)
        {
            return false;
        }

        Driver.Scope.Waits.Ended(vertex.Name, end.HasSucceeded ? WaitEnd.Answered : WaitEnd.TimedOut);
        next = end.HasSucceeded
            ? Succeed(worker, PayloadSerializer.Deserialize<T>(end.Payload.Span))
            : Fail(worker, new TaskFailure(Path, attempts: 0, FailureRecord.Read(end.Payload)));
        return true;
    }

    private VertexState? Fail(Worker worker, Exception exception)
    {
        var failure = new TaskFailure(Path, attempts: 0, exception);
        Driver.Durable?.TaskFailed(this, iteration: 0, failure);
        return Fail(worker, failure);
    }
}
