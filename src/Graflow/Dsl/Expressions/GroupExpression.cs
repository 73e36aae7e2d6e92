namespace Graflow.Dsl;

/// <summary>Branches that take the same input, and how their outputs become one.</summary>
internal abstract class GroupExpression(FlowExpression[] branches, GroupSettings settings) : ConfiguredExpression(settings)
{
    internal FlowExpression[] Branches { get; } = branches;

    internal override bool TakesUnit { get; } = Array.TrueForAll(branches, static branch => branch.TakesUnit);

    internal FlowExpression[] Append(FlowExpression branch) => [.. Branches, branch];

    internal abstract override GroupExpression With(GroupSettings settings);

    internal abstract Vertex CreateVertex(VertexSite site, GroupShape shape);
}

/// <summary>Branches that take the same input, and how their outputs become a <typeparamref name="TOut"/>.</summary>
internal sealed class GroupExpression<TOut>(FlowExpression[] branches, Func<BranchReader, TOut> assemble, GroupSettings settings)
    : GroupExpression(branches, settings)
{
    internal Func<BranchReader, TOut> Assemble { get; } = assemble;

    internal override Vertex CreateVertex(VertexSite site, GroupShape shape) => new GroupVertex<TOut>(site, shape, Assemble);

    internal override GroupExpression<TOut> With(GroupSettings settings) => new(Branches, Assemble, settings);
}
