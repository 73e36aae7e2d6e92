using Graflow.Logs;

namespace Graflow.Engine;

/// <summary><c>Flow.Delay(time)</c> in a run.</summary>
internal sealed class DelayState<T>(Frame frame, DelayVertex<T> vertex) : ParkedState<T>(frame, vertex)
{
    private protected override VertexState? Finish(Worker worker, Parking parking)
    {
        // The value is its source's, which the journal has.
        Driver.Durable?.LimitExpired(this);
        return HandOn(worker);
    }

    private protected override bool TryRecall(Worker worker, VertexMemory memory, out VertexState? next)
    {
        next = memory.HasExpired ? HandOn(worker) : null;
        return memory.HasExpired;
    }

    private VertexState? HandOn(Worker worker) =>
        Succeed(worker, typeof(T) == typeof(Unit) ? default! : Frame.States[vertex.Source].Read<T>());
}
