namespace Graflow.Dsl;

/// <summary><c>(a | b).First()</c>: a race; the first success wins, the others are cancelled.</summary>
internal abstract class FirstExpression(FlowExpression[] branches, GroupSettings settings) : FlowExpression
{
    internal FlowExpression[] Branches { get; } = branches;

    internal GroupSettings Settings { get; } = settings;

    internal abstract Vertex CreateVertex(VertexSite site, GroupShape shape);

    internal override bool TakesUnit { get; } = Array.TrueForAll(branches, static branch => branch.TakesUnit);
}

/// <summary><c>(a | b).First()</c>, typed.</summary>
internal sealed class FirstExpression<T>(FlowExpression[] branches, GroupSettings settings) : FirstExpression(branches, settings)
{
    internal override Vertex CreateVertex(VertexSite site, GroupShape shape) => new FirstVertex<T>(site, shape);
}
