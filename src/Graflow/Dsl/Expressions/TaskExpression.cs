namespace Graflow.Dsl;

/// <summary>A task as an operand.</summary>
internal abstract class TaskExpression(TaskNode node) : FlowExpression
{
    internal TaskNode Node { get; } = node;

    internal abstract Vertex CreateVertex(VertexSite site, int source);
}

/// <summary>A task as an operand, typed.</summary>
internal sealed class TaskExpression<TIn, TOut>(TaskNode<TIn, TOut> node) : TaskExpression(node)
{
    internal override bool TakesUnit => typeof(TIn) == typeof(Unit);

    internal override Vertex CreateVertex(VertexSite site, int source) => new TaskVertex<TIn, TOut>(site, node, source);
}
