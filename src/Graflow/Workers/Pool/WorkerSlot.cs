namespace Graflow.Workers;

/// <summary>A place for one worker in a pool, and so for one body at a time. Guarded by the pool.</summary>
internal sealed class WorkerSlot(WorkerPool pool) : IThreadPoolWorkItem
{
    private const int MaxWindow = 64;

    private static readonly TimeSpan ShortBody = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongBody = TimeSpan.FromMilliseconds(5);

    private int _window = 1;
    private uint _lastId;

    /// <summary>The most calls that a worker has at once, the running one included.</summary>
    internal const int Depth = MaxWindow;

    internal WorkerPool Pool => pool;

    internal SlotState State { get; set; }

    /// <summary>What starts the slot's worker; never fails.</summary>
    internal Task Starting { get; set; } = Task.CompletedTask;

    /// <summary>Ends when the worker that the slot has was cleared away.</summary>
    internal TaskCompletionSource Cleared { get; private set; } = new();

    internal WorkerLink? Link { get; set; }

    /// <summary>The calls that the worker has, in its order: the first one is the one whose body runs.</summary>
    internal List<WorkerCall> InFlight { get; } = [];

    /// <summary>Those of them that were not sent yet, and what the worker is told of sent ones: it must not hear of a call before it has it.</summary>
    internal Queue<UnsentFrame> Unsent { get; } = new();

    /// <summary>Whether a thread is sending them.</summary>
    internal bool IsSending { get; set; }

    internal WorkerLease? Lease { get; set; }

    /// <summary>A call for this slot that waits until its worker is ready.</summary>
    internal WorkerCall? Pending { get; set; }

    /// <summary>The call that was asked back last; null when it came, or ended.</summary>
    internal WorkerCall? Recalled { get; set; }

    /// <summary>When the slot's last body ended or its first one was sent; a timestamp.</summary>
    internal long Since { get; set; }

    /// <summary>When a worker could not be started last; null when it could.</summary>
    internal long? FailedAt { get; set; }

    /// <summary>Whether the call that was asked back may still come. One that the worker has begun does not.</summary>
    internal bool AwaitsRecalled => Recalled is not null && InFlight is [var first, ..] && !ReferenceEquals(Recalled, first);

    internal bool IsIdle => State == SlotState.Live && InFlight.Count == 0 && Lease is null;

    /// <summary>Whether a call may wait in the worker for the body that runs there.</summary>
    internal bool HasRoom => State == SlotState.Live && Lease is null && InFlight.Count < _window && !(InFlight.Count > 0 && InFlight[0].IsCancelled);

    void IThreadPoolWorkItem.Execute() => pool.Send(this);

    internal void Begin(WorkerLink link, long now)
    {
        (Link, State, Since, FailedAt) = (link, SlotState.Live, now, null);
        Cleared = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _window = 1;
    }

    /// <summary>Gives the worker a call.</summary>
    internal void Add(WorkerCall call, long now)
    {
        if (InFlight.Count == 0)
        {
            Since = now;
        }

        call.State = RequestState.Held;
        call.Slot = this;
        // 0 means no call.
        call.Id = _lastId = _lastId == uint.MaxValue ? 1 : _lastId + 1;
        InFlight.Add(call);
        Unsent.Enqueue(new UnsentFrame(FrameKind.Call, call, call.Id));
    }

    internal WorkerCall? Find(uint id)
    {
        foreach (var call in InFlight)
        {
            if (call.Id == id)
            {
                return call;
            }
        }

        return null;
    }

    /// <summary>A body ended; short ones let more calls wait in the worker.</summary>
    internal void Measure(TimeSpan took) =>
        _window = took <= ShortBody ? Math.Min(_window * 2, MaxWindow) : took >= LongBody ? 1 : Math.Max(_window / 2, 1);
}
