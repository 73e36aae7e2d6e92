using Graflow.Workers;

namespace Graflow.Engine;

/// <summary>A worker of this process, and the slots that are kept for the body.</summary>
/// <param name="pool">The pool whose workers run it.</param>
/// <param name="group">The pool among whose bodies it counts, where that is another one.</param>
internal sealed class PoolPlace(WorkerPool pool, WorkerPool? group) : BodyPlace
{
    private WorkerLease? _groupLease;
    private bool _isOver;

    internal WorkerPool Pool => pool;

    /// <summary>The slot that is kept; null where any will do.</summary>
    internal WorkerLease? Lease { get; private set; }

    /// <summary>Waits for the slots that must be there before the attempt's clock starts.</summary>
    internal override async ValueTask EnterAsync(int priority, bool hasTimeout, CancellationToken cancellationToken)
    {
        if (group is not null)
        {
            _groupLease = await group.LeaseAsync(priority, needsWorker: false, cancellationToken).ConfigureAwait(false);
        }

        if (hasTimeout)
        {
            Lease = await pool.LeaseAsync(priority, needsWorker: true, cancellationToken).ConfigureAwait(false);
        }

        if (Volatile.Read(ref _isOver))
        {
            // The attempt was ended from outside while it waited.
            Dispose();
        }
    }

    /// <summary>Gives the slots back; a body that still runs in one keeps it until it ends or is killed.</summary>
    public override void Dispose()
    {
        Volatile.Write(ref _isOver, true);
        Lease?.Dispose();
        _groupLease?.Dispose();
    }
}
