using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary><c>x.Within(limit)</c>: x's value, if it comes in time after x's input.</summary>
internal sealed class WithinVertex<T>(VertexSite site, int source, int regionInput, TimeSpan limit) : Vertex(site)
{
    internal int Source { get; } = source;

    internal override int RegionInput { get; } = regionInput;

    internal TimeSpan Limit { get; } = limit;

    internal override bool IsBlockedByFailure => false;

    internal override bool NeedsAllInputs => true;

    internal override bool ObservesInputs => true;

    internal override bool Interrupts => true;

    internal override bool HoldsReferences => RuntimeHelpers.IsReferenceOrContainsReferences<T>();

    internal override VertexState CreateState(Frame frame) => new WithinState<T>(frame, this);

    internal override VertexStructure Structure(PayloadShapes shapes, bool isEnd) => new() { Kind = VertexKinds.Within, Values = [Source], Orders = [RegionInput], Output = isEnd ? shapes.Of<T>() : "" };
}
