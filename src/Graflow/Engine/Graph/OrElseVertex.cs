using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary><c>x.OrElse(y)</c>: x's value, else y's.</summary>
internal sealed class OrElseVertex<T>(VertexSite site, int primary, int fallback) : Vertex(site)
{
    internal int Primary { get; } = primary;

    internal int Fallback { get; } = fallback;

    internal override bool IsBlockedByFailure => false;

    internal override bool HoldsReferences => RuntimeHelpers.IsReferenceOrContainsReferences<T>();

    internal override VertexState CreateState(Frame frame) => new OrElseState<T>(frame, this);

    internal override VertexStructure Structure(PayloadShapes shapes, bool isEnd) => new() { Kind = VertexKinds.OrElse, Values = [Primary, Fallback], Output = isEnd ? shapes.Of<T>() : "" };
}
