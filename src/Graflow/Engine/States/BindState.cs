namespace Graflow.Engine;

/// <summary>A fixed input that waits for what orders it.</summary>
internal sealed class BindState<T>(Frame frame, BindVertex<T> vertex) : VertexState<T>(frame, vertex)
{
    private protected override VertexState? Run(Worker worker) =>
        Succeed(worker, Frame.Driver.Scope.Durable is { History: not null } durable ? durable.BoundValueOf(Frame, vertex) : vertex.Value);
}
