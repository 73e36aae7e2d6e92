namespace Graflow.Workers;

/// <summary>A slot of a pool kept for one attempt: nothing else runs in it until it is disposed of. For attempts whose clock runs, and for bodies that run elsewhere and count among the pool's.</summary>
internal sealed class WorkerLease(WorkerPool pool, int priority, bool needsWorker) : PoolRequest, IDisposable
{
    private readonly TaskCompletionSource _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal override int Priority => priority;

    /// <summary>Whether a worker must be ready in the slot.</summary>
    internal bool NeedsWorker => needsWorker;

    internal WorkerSlot? Slot { get; set; }

    internal Task Granted => _granted.Task;

    /// <summary>Runs a call in the slot.</summary>
    internal void Submit(WorkerCall call) => pool.Submit(call, this);

    internal void Grant() => _granted.TrySetResult();

    /// <summary>Gives up the place in line, if there still is one.</summary>
    internal void Leave(CancellationToken token)
    {
        if (pool.TryLeave(this))
        {
            _granted.TrySetCanceled(token);
        }
    }

    internal override void Refuse(Exception reason) => _granted.TrySetException(reason);

    public void Dispose() => pool.Release(this);
}
