using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary>A pure projection, run by the driver.</summary>
internal sealed class SelectVertex<TFrom, TTo>(VertexSite site, int source, Func<TFrom, TTo> projection) : Vertex(site)
{
    internal int Source { get; } = source;

    internal Func<TFrom, TTo> Projection { get; } = projection;

    internal override bool HoldsReferences => RuntimeHelpers.IsReferenceOrContainsReferences<TTo>();

    internal override VertexState CreateState(Frame frame) => new SelectState<TFrom, TTo>(frame, this);

    internal override VertexStructure Structure(PayloadShapes shapes, bool isEnd) => new() { Kind = VertexKinds.Select, Values = [Source], Output = isEnd ? shapes.Of<TTo>() : "" };
}
