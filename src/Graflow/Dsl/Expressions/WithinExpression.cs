namespace Graflow.Dsl;

/// <summary><c>x.Within(limit)</c>: a group or a flow that must end in time.</summary>
internal abstract class WithinExpression(FlowExpression source, TimeSpan limit) : FlowExpression
{
    internal FlowExpression Source { get; } = source;

    internal TimeSpan Limit { get; } = limit;

    internal abstract Vertex CreateVertex(VertexSite site, int source, int regionInput);

    internal override bool TakesUnit { get; } = source.TakesUnit;
}

/// <summary><c>x.Within(limit)</c>, typed.</summary>
internal sealed class WithinExpression<T>(FlowExpression source, TimeSpan limit) : WithinExpression(source, limit)
{
    internal override Vertex CreateVertex(VertexSite site, int source, int regionInput) => new WithinVertex<T>(site, source, regionInput, Limit);
}
