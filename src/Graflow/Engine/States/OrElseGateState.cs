namespace Graflow.Engine;

/// <summary>Lets the input through to a fallback, once what it stands in for failed.</summary>
internal sealed class OrElseGateState<T>(Frame frame, OrElseGateVertex<T> vertex) : VertexState<T>(frame, vertex)
{
    private protected override VertexState? Run(Worker worker)
    {
        var input = Frame.States[vertex.Input];
        var primary = Frame.States[vertex.Primary];
        if (input.Status != VertexStatus.Succeeded)
        {
            return Skip(worker);
        }

        return primary.Status is VertexStatus.Failed or VertexStatus.Skipped
            ? Succeed(worker, typeof(T) == typeof(Unit) ? default! : input.Read<T>())
            : NotNeeded(worker);
    }

    // A skip without a failure: the fallback was not needed, and nothing is wrong.
    private VertexState? NotNeeded(Worker worker) => End(worker, VertexStatus.Skipped);
}
