using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary><c>x.Try()</c>: a failure of <paramref name="source"/> becomes data; one of the flow's input passes by.</summary>
internal sealed class TryVertex<T>(VertexSite site, int source, int regionInput) : Vertex(site)
{
    internal int Source { get; } = source;

    internal override int RegionInput { get; } = regionInput;

    internal override bool IsBlockedByFailure => false;

    internal override bool HoldsReferences => true;

    internal override VertexState CreateState(Frame frame) => new TryState<T>(frame, this);

    internal override VertexStructure Structure(PayloadShapes shapes, bool isEnd) => new() { Kind = VertexKinds.Try, Values = [Source], Orders = [RegionInput], Output = isEnd ? shapes.Of<Outcome<T>>() : "" };
}
