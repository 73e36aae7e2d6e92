namespace Graflow.Engine;

/// <summary><c>x.OrElse(y)</c>: x's value, else y's, else y's failure.</summary>
internal sealed class OrElseState<T>(Frame frame, OrElseVertex<T> vertex) : VertexState<T>(frame, vertex)
{
    private protected override VertexState? Run(Worker worker)
    {
        var primary = Frame.States[vertex.Primary];
        var fallback = Frame.States[vertex.Fallback];
        if (primary.Status == VertexStatus.Succeeded)
        {
            return Succeed(worker, primary.Read<T>());
        }

        if (fallback.Status == VertexStatus.Succeeded)
        {
            return Succeed(worker, fallback.Read<T>());
        }

        Failure = fallback.Failure ?? primary.Failure;
        return End(worker, VertexStatus.Skipped);
    }
}
