namespace Graflow.Engine;

/// <summary>Where a vertex stands in a run, kept apart from its state so that it can be put into words later, when frames were used again.</summary>
/// <param name="Frame">The frame's place.</param>
/// <param name="Vertex">The vertex.</param>
/// <param name="Iteration">The iteration; 0 is the first.</param>
internal readonly record struct VertexPlace(FramePlace Frame, Vertex Vertex, int Iteration)
{
    public override string ToString()
    {
        var path = Frame.PathOf(Vertex.Id);
        return Iteration == 0 ? path : $"{path}#{Iteration}";
    }
}
