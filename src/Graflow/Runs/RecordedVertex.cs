using Graflow.CompilerServices;

namespace Graflow.Runs;

/// <summary>A vertex of which a log has only the id: it has a place in a run, and never runs.</summary>
internal sealed class RecordedVertex(int index, string id) : Vertex(new VertexSite(index, VertexName.Given("", id), Lane: 0))
{
    internal override bool HoldsReferences => false;

    internal override VertexStructure Structure(PayloadShapes shapes, bool isEnd) => throw Unknown();

    internal override VertexState CreateState(Frame frame) => throw Unknown();

    private InvalidOperationException Unknown() => new($"{Id} is known from a log only, and cannot run.");
}
