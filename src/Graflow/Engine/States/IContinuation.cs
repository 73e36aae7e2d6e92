using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>A task that continued with a frame: what that frame's last task continues with may take the frame's place, so that loops do not nest.</summary>
internal interface IContinuation
{
    /// <summary>What the task continued with and still runs; null when there is nothing.</summary>
    Frame? Child { get; }

    /// <summary>The iteration that the task is in.</summary>
    int Iteration { get; }

    /// <summary>Whether a target is another round of the task itself.</summary>
    bool IsOwnLoop(NextTarget target);

    /// <summary>Writes the input of another round.</summary>
    void WriteInput(in RecordWriter record, NextTarget target);

    /// <param name="worker">Who goes on.</param>
    /// <param name="child">The frame that ends.</param>
    /// <param name="target">What takes its place.</param>
    /// <param name="frame">The number of the frame of <paramref name="target"/> in the run's journal; -1 without one.</param>
    VertexState? Replace(Worker worker, Frame child, NextTarget target, int frame);
}
