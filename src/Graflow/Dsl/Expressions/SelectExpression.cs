namespace Graflow.Dsl;

/// <summary><c>x.Select(f)</c>: a pure projection of an output, run by the driver.</summary>
internal abstract class SelectExpression(FlowExpression source) : FlowExpression
{
    internal FlowExpression Source { get; } = source;

    internal abstract Vertex CreateVertex(VertexSite site, int source);

    /// <summary>Whether an operator put it there to fit branches to a task's parameters; nobody wrote it.</summary>
    internal bool IsConversion { get; init; }

    internal override bool TakesUnit { get; } = source.TakesUnit;
}

/// <summary><c>x.Select(f)</c>, typed.</summary>
internal sealed class SelectExpression<TFrom, TTo>(FlowExpression source, Func<TFrom, TTo> projection) : SelectExpression(source)
{
    internal Func<TFrom, TTo> Projection { get; } = projection;

    internal override Vertex CreateVertex(VertexSite site, int source) => new SelectVertex<TFrom, TTo>(site, source, Projection);
}
