namespace Graflow.Engine;

/// <summary><c>x.Try()</c>: a failure becomes data.</summary>
internal sealed class TryState<T>(Frame frame, TryVertex<T> vertex) : VertexState<Outcome<T>>(frame, vertex)
{
    private protected override VertexState? Run(Worker worker) =>
        Frame.States[vertex.RegionInput].Status == VertexStatus.Succeeded
            ? Succeed(worker, Frame.States[vertex.Source].ReadOutcome<T>())
            : Skip(worker);
}
