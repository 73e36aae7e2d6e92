using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary>A fixed input that waits for what orders it.</summary>
internal sealed class BindVertex<T>(VertexSite site, T value) : Vertex(site), IBindVertex
{
    internal T Value { get; } = value;

    void IBindVertex.Write(ref PayloadWriter writer) => writer.Write(Value);

    internal override bool HoldsReferences => RuntimeHelpers.IsReferenceOrContainsReferences<T>();

    internal override VertexState CreateState(Frame frame) => new BindState<T>(frame, this);

    internal override VertexStructure Structure(PayloadShapes shapes, bool isEnd) => new() { Kind = VertexKinds.Bind, Orders = Inputs, Output = shapes.Of<T>() };
}
