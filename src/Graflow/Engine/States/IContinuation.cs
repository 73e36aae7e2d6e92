namespace Graflow.Engine;

/// <summary>A task that continued with a frame: what that frame's last task continues with may take the frame's place, so that loops do not nest.</summary>
internal interface IContinuation
{
    /// <summary>What the task continued with and still runs; null when there is nothing.</summary>
    Frame? Child { get; }

    VertexState? Replace(Worker worker, Frame child, NextTarget target);
}
