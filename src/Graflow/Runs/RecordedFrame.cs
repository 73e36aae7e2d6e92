namespace Graflow.Runs;

/// <summary>A frame that records name by its number.</summary>
/// <param name="Place">Where it stands in the run.</param>
/// <param name="Plan">Its plan.</param>
internal sealed record RecordedFrame(FramePlace Place, RecordedPlan Plan)
{
    /// <summary>The last failure in it, which becomes that of the task that opened it.</summary>
    internal TaskFailure? Failure { get; set; }

    internal VertexPlace PlaceOf(int vertex, int iteration = 0) => new(Place, Plan.VertexAt(vertex), iteration);
}
