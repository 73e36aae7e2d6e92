namespace Graflow.Engine;

/// <summary><c>Flow.Delay(time)</c> in a run.</summary>
internal sealed class DelayState<T>(Frame frame, DelayVertex<T> vertex) : ParkedState<T>(frame, vertex)
{
    private protected override VertexState? GoOn(Worker worker, Parking parking) =>
        Succeed(worker, typeof(T) == typeof(Unit) ? default! : Frame.States[vertex.Source].Read<T>());
}
