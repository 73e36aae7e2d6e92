using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary>Where the branches of a group meet.</summary>
internal abstract class GroupVertex(VertexSite site, GroupShape shape) : Vertex(site)
{
    internal GroupShape Shape { get; } = shape;

    internal override int RegionInput => Shape.RegionInput;

    internal override bool IsBlockedByFailure => false;

    internal override bool NeedsAllInputs => Shape.Policy is StrictPolicy;

    internal override bool ObservesInputs => Interrupts;

    internal override bool Interrupts => Shape.Policy is StrictPolicy { CancelsOnFailure: true };

    internal sealed override VertexStructure Structure(PayloadShapes shapes, bool isEnd) => new()
    {
        Kind = VertexKinds.Group,
        Name = Shape.Name ?? "",
        Values = Shape.Branches,
        Orders = [Shape.RegionInput],
        Rule = VertexStructure.RuleOf(Shape.Policy),
        Output = isEnd ? OutputShape(shapes) : "",
    };

    private protected abstract string OutputShape(PayloadShapes shapes);
}

/// <summary>Where the branches of a group meet and become a <typeparamref name="TOut"/>.</summary>
internal sealed class GroupVertex<TOut>(VertexSite site, GroupShape shape, Func<BranchReader, TOut> assemble) : GroupVertex(site, shape)
{
    internal Func<BranchReader, TOut> Assemble { get; } = assemble;

    internal override bool HoldsReferences => RuntimeHelpers.IsReferenceOrContainsReferences<TOut>();

    internal override VertexState CreateState(Frame frame) => new GroupState<TOut>(frame, this);

    private protected override string OutputShape(PayloadShapes shapes) => shapes.Of<TOut>();
}
