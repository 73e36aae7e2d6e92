using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary>A race: the first success wins.</summary>
internal sealed class FirstVertex<T>(VertexSite site, GroupShape shape) : Vertex(site)
{
    internal GroupShape Shape { get; } = shape;

    internal override int RegionInput => Shape.RegionInput;

    internal override bool IsBlockedByFailure => false;

    internal override bool ObservesInputs => true;

    internal override bool Interrupts => true;

    internal override bool HoldsReferences => RuntimeHelpers.IsReferenceOrContainsReferences<T>();

    internal override VertexState CreateState(Frame frame) => new FirstState<T>(frame, this);

    internal override VertexStructure Structure(PayloadShapes shapes, bool isEnd) => new() { Kind = VertexKinds.First, Name = Shape.Name ?? "", Values = Shape.Branches, Orders = [Shape.RegionInput], Output = isEnd ? shapes.Of<T>() : "" };
}
