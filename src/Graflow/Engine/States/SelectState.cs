namespace Graflow.Engine;

/// <summary>A pure projection, run by the driver.</summary>
internal sealed class SelectState<TFrom, TTo>(Frame frame, SelectVertex<TFrom, TTo> vertex) : VertexState<TTo>(frame, vertex)
{
    private protected override VertexState? Run(Worker worker)
    {
        TTo value;
        try
        {
            value = vertex.Projection(Frame.States[vertex.Source].Read<TFrom>());
        }
        catch (Exception exception)
        {
            return Fail(worker, new TaskFailure(Path, attempts: 1, exception));
        }

        return Succeed(worker, value);
    }
}
