namespace Graflow.Engine;

/// <summary>Frames of one plan that nobody uses, so that a steady load of runs allocates none.</summary>
internal sealed class FramePool(FlowPlan plan)
{
    private const int Capacity = 256;

    private readonly Lock _lock = new();
    private readonly Stack<Frame> _free = new();
    private Frame? _last;

    internal Frame Rent(RunDriver driver, IFrameOwner owner, int index)
    {
        var frame = Interlocked.Exchange(ref _last, null) ?? TakeFree() ?? new Frame(plan);
        frame.Bind(driver, owner, index);
        return frame;
    }

    /// <summary>Takes back a frame in which nothing runs any more.</summary>
    internal void Return(Frame frame)
    {
        frame.Reset();
        if (Interlocked.CompareExchange(ref _last, frame, null) is null)
        {
            return;
        }

        lock (_lock)
        {
            if (_free.Count < Capacity)
            {
                _free.Push(frame);
            }
        }
    }

    private Frame? TakeFree()
    {
        lock (_lock)
        {
            return _free.TryPop(out var frame) ? frame : null;
        }
    }
}
