namespace Graflow.Dsl;

/// <summary><c>x.Bind(value)</c>: the input is fixed; what comes before only orders it.</summary>
internal abstract class BindExpression(FlowExpression target) : FlowExpression
{
    internal FlowExpression Target { get; } = target;

    internal override bool TakesUnit => true;

    internal abstract Vertex CreateVertex(VertexSite site);
}

/// <summary><c>x.Bind(value)</c>, typed.</summary>
internal sealed class BindExpression<TIn>(FlowExpression target, TIn value) : BindExpression(target)
{
    internal TIn Value { get; } = value;

    internal override Vertex CreateVertex(VertexSite site) => new BindVertex<TIn>(site, Value);
}
