namespace Graflow.Runs;

/// <summary>A frame that records name by its number.</summary>
/// <param name="Place">Where it stands in the run.</param>
/// <param name="Plan">Its plan.</param>
internal sealed record RecordedFrame(FramePlace Place, RecordedPlan Plan)
{
    internal VertexPlace PlaceOf(int vertex, int iteration = 0) => new(Place, Plan.VertexAt(vertex), iteration);
}
