using Graflow.Workers;

namespace Graflow.Engine;

/// <summary>A worker of this process, and the slots that are kept for the body.</summary>
/// <param name="pool">The pool whose workers run it.</param>
/// <param name="group">The pool among whose bodies it counts, where that is another one.</param>
internal sealed class PoolPlace(WorkerPool pool, WorkerPool? group) : BodyPlace
{
    private WorkerLease? _groupLease;
    private int _isOver;

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

        // With a fence between what is written and what is read, here and there: one of the two sees what the other did.
        if (Interlocked.CompareExchange(ref _isOver, 0, 0) != 0)
        {
            // The attempt was ended from outside while it waited.
            Dispose();
        }
    }

    /// <summary>Gives the slots back; a body that still runs in one keeps it until it ends or is killed.</summary>
    public override void Dispose()
    {
        Interlocked.Exchange(ref _isOver, 1);
        Lease?.Dispose();
        _groupLease?.Dispose();
    }
}
