using System.Runtime.CompilerServices;

namespace Graflow.Engine;

/// <summary>Where the branches of a group meet.</summary>
internal abstract class GroupVertex(VertexSite site, GroupShape shape) : Vertex(site)
{
    internal GroupShape Shape { get; } = shape;

    internal override int RegionInput => Shape.RegionInput;

    internal override bool IsBlockedByFailure => false;

    internal override bool ObservesInputs => Interrupts;

    internal override bool Interrupts => Shape.Policy is StrictPolicy { CancelsOnFailure: true };
}

/// <summary>Where the branches of a group meet and become a <typeparamref name="TOut"/>.</summary>
internal sealed class GroupVertex<TOut>(VertexSite site, GroupShape shape, Func<BranchReader, TOut> assemble) : GroupVertex(site, shape)
{
    internal Func<BranchReader, TOut> Assemble { get; } = assemble;

    internal override bool HoldsReferences => RuntimeHelpers.IsReferenceOrContainsReferences<TOut>();

    internal override VertexState CreateState(Frame frame) => new GroupState<TOut>(frame, this);
}
