namespace Graflow.Engine;

internal sealed partial class TaskState<TIn, TOut>
{
    private bool MayBeCached => vertex.Options.Cache is not null && _details?.Lease is null && _attempts == 0;

    /// <summary>Takes the output of an equal call; where one is under way, waits for it without a thread or a permit; where there is none, runs.</summary>
    private VertexState? RunCached(Worker worker, CacheOptions options)
    {
        Frame.NeedsReset = true;
        var cache = Scope.Engine.Cache;
        while (true)
        {
            var result = cache.FindOrClaim<TIn, TOut>(options.Key ?? vertex.Node.Id, ReadInput(), out var claimed);
            if (claimed)
            {
                Details.Lease = new CacheLease<TOut>(cache, result, options.Ttl, Driver.CancellationToken);
                _attempts++;
                if (Driver.Durable is { } durable && !IsQueued)
                {
                    durable.TaskStarted(this, _iteration, _attempts, _wasParked);
                }

                return RunAttempt(worker);
            }

            if (!result.Done.IsCompleted)
            {
                ExitLane();
                Scope.Pause();
                result.Done.ContinueWith(static (_, state) => ((TaskState<TIn, TOut>)state!).Retake(), this, TaskScheduler.Default);
                return worker.Released();
            }

            if (result.HasValue)
            {
                return SucceedCached(worker, result.Value);
            }
        }
    }

    private VertexState? SucceedCached(Worker worker, TOut value)
    {
        if (Driver.Durable is { } durable && Journal(durable, new Next<TOut>(value), default, effects: null) is { } refused)
        {
            return AttemptFailed(worker, refused);
        }

        ExitLane();
        return Succeed(worker, value);
    }

    private void Retake()
    {
        var scope = Scope;
        Driver.Resume(this, needsPermit: true);
        scope.EndPause();
    }

    private void EndLease(in Next<TOut> next)
    {
        if (_details is not { Lease: { } lease } details)
        {
            return;
        }

        details.Lease = null;
        if (next.Kind == NextKind.Done)
        {
            lease.Complete(next.Value);
        }
        else
        {
            lease.Abandon();
        }
    }

    private void AbandonLease()
    {
        if (_details is { Lease: { } lease } details)
        {
            details.Lease = null;
            lease.Abandon();
        }
    }
}
