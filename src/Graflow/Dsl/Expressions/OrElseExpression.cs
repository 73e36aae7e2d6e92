namespace Graflow.Dsl;

/// <summary><c>x.OrElse(y)</c>: y runs with the same input if x fails.</summary>
internal abstract class OrElseExpression(FlowExpression primary, FlowExpression fallback) : FlowExpression
{
    internal FlowExpression Primary { get; } = primary;

    internal FlowExpression Fallback { get; } = fallback;

    internal abstract Vertex CreateGate(VertexSite site, int input, int primary);

    internal abstract Vertex CreateVertex(VertexSite site, int primary, int fallback);

    internal override bool TakesUnit { get; } = primary.TakesUnit && fallback.TakesUnit;
}

/// <summary><c>x.OrElse(y)</c>, typed.</summary>
internal sealed class OrElseExpression<TIn, TOut>(FlowExpression primary, FlowExpression fallback) : OrElseExpression(primary, fallback)
{
    internal override Vertex CreateGate(VertexSite site, int input, int primary) => new OrElseGateVertex<TIn>(site, input, primary);

    internal override Vertex CreateVertex(VertexSite site, int primary, int fallback) => new OrElseVertex<TOut>(site, primary, fallback);
}
