namespace Graflow.Dsl;

/// <summary><c>x.Try()</c>: a failure becomes data.</summary>
internal abstract class TryExpression(FlowExpression source) : FlowExpression
{
    internal FlowExpression Source { get; } = source;

    internal abstract Vertex CreateVertex(VertexSite site, int source, int regionInput);

    internal override bool TakesUnit { get; } = source.TakesUnit;
}

/// <summary><c>x.Try()</c>, typed.</summary>
internal sealed class TryExpression<T>(FlowExpression source) : TryExpression(source)
{
    internal override Vertex CreateVertex(VertexSite site, int source, int regionInput) => new TryVertex<T>(site, source, regionInput);
}
