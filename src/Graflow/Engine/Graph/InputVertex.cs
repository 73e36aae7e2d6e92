using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary>The value that a frame starts with.</summary>
internal sealed class InputVertex<T>(VertexSite site) : Vertex(site)
{
    internal override bool HoldsReferences => RuntimeHelpers.IsReferenceOrContainsReferences<T>();

    internal override VertexState CreateState(Frame frame) => new InputState<T>(frame, this);

    internal override VertexStructure Structure(PayloadShapes shapes, bool isEnd) => new() { Kind = VertexKinds.Input, Output = shapes.Of<T>() };
}
