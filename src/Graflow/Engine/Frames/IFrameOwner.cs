namespace Graflow.Engine;

/// <summary>Whoever started a frame: a run, an element of a map, a task that continued, or a side task.</summary>
internal interface IFrameOwner
{
    /// <summary>The frame that the owner itself is in; null for a run.</summary>
    Frame? OuterFrame { get; }

    /// <summary>The lane that bounds bodies of the frame.</summary>
    Lane? OuterLane { get; }

    /// <summary>Where bodies of the frame run that nothing inside it places elsewhere.</summary>
    Execution OuterExecution { get; }

    /// <summary>All of the frame settled, side tasks included.</summary>
    /// <returns>What to run next on the same thread.</returns>
    VertexState? FrameEnded(Worker worker, Frame frame);

    /// <summary>Where a frame of this owner stands in the run.</summary>
    FramePlace PlaceOf(Frame frame);
}
