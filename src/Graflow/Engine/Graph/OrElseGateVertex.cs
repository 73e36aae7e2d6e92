using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary>Lets the input through to a fallback, once what it stands in for failed.</summary>
internal sealed class OrElseGateVertex<T>(VertexSite site, int input, int primary) : Vertex(site)
{
    internal int Input { get; } = input;

    internal int Primary { get; } = primary;

    internal override bool IsBlockedByFailure => false;

    internal override bool HoldsReferences => RuntimeHelpers.IsReferenceOrContainsReferences<T>();

    internal override VertexState CreateState(Frame frame) => new OrElseGateState<T>(frame, this);

    internal override VertexStructure Structure(PayloadShapes shapes, bool isEnd) => new() { Kind = VertexKinds.Gate, Values = [Input], Orders = [Primary] };
}
