namespace Graflow.Engine;

/// <summary>Frames of one plan that nobody uses.</summary>
internal sealed class FramePool(FlowPlan plan)
{
    private readonly Reserve<Frame> _free = new(capacity: 256);

    internal Frame Rent(RunDriver driver, IFrameOwner owner, int index)
    {
        if (!_free.TryTake(out var frame))
        {
            frame = new Frame(plan);
        }

        frame.Bind(driver, owner, index);
        return frame;
    }

    /// <summary>Takes back a frame in which nothing runs any more.</summary>
    internal void Return(Frame frame)
    {
        frame.Reset();
        _free.Return(frame);
    }
}
