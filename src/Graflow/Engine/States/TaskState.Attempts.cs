using Graflow.Handlers;
using Graflow.Telemetry;

namespace Graflow.Engine;

internal sealed partial class TaskState<TIn, TOut>
{
    /// <summary>Takes the running body out of the run; whoever comes first, the body or the caller, wins.</summary>
    internal bool TryAbandon(TaskAttempt<TIn, TOut> attempt)
    {
        if (!attempt.TryAbandon())
        {
            return false;
        }

        Driver.MarkUnclean();
        ExitLane();
        GraflowInstruments.TaskAbandoned.Add(1, new KeyValuePair<string, object?>("graflow.task.id", vertex.Node.Id));
        Log.BodyAbandoned(Scope.Logger, Scope.RunId, Path);
        Driver.ReleaseSlot();
        return true;
    }

    /// <summary>The attempt's time is over.</summary>
    internal void TimeOut(TaskAttempt<TIn, TOut> attempt, TimeSpan limit)
    {
        if (TryAbandon(attempt))
        {
            attempt.Exit(AttemptEnd.Failed, new TaskTimeoutException(Path, limit));
            attempt.Cancel();
            Details.Timeout = new TaskTimeoutException(Path, limit);
            Driver.Expire(this);
        }
    }

    private protected override bool TryInterrupt()
    {
        if (!TryMove(VertexStatus.Running, VertexStatus.Cancelled))
        {
            return false;
        }

        if (_details?.Attempt is { } attempt && TryAbandon(attempt))
        {
            attempt.Cancel();
        }

        AbandonLease();
        _details?.Child?.Cancel();
        return true;
    }

    /// <summary>Where the body runs outside this process; null for here.</summary>
    internal BodyPlace? FindPlace()
    {
        if (!vertex.CanLeave || (vertex.IsBare && !Frame.LeavesProcess))
        {
            return null;
        }

        var engine = Scope.Engine;
        var execution = Frame.ExecutionOf(vertex);
        if (execution is QueueExecution queue)
        {
            return new QueuePlace(Driver.Durable!.Submitted!, vertex.Options.Queue ?? queue.Name);
        }

        var processes = execution is ProcessesExecution children ? engine.Pools.Of(children) : null;
        return engine.Handlers.TryGet(vertex.Options.Handler, out var handler) && handler is IWorkerHandler workers && !(workers.UsesProcesses && processes is not null)
            ? new PoolPlace(engine.Pools.Of(workers), processes)
            : processes is null ? null : new PoolPlace(processes, group: null);
    }

    /// <summary>Whether a worker of the fleet runs the body.</summary>
    private bool IsQueued => Frame.LeavesProcess && vertex.CanLeave && Frame.ExecutionOf(vertex) is QueueExecution;

    private TaskAttempt<TIn, TOut> BeginAttempt(TIn input)
    {
        Frame.NeedsReset = true;
        return Details.Attempt = new TaskAttempt<TIn, TOut>(this, _attempts, input);
    }

    /// <summary>Something surrounds the body: a handler, a limit, a timeout, an observer, or a group that may cancel it.</summary>
    private VertexState? RunAttempt(Worker worker)
    {
        if (_details?.Timeout is { } timeout)
        {
            _details.Timeout = null;
            _attempts--;
            return AttemptFailed(worker, timeout);
        }

        var attempt = BeginAttempt(ReadInput());
        if (IsTakenOut())
        {
            return attempt.TryEnd() ? GiveUp(worker, attempt) : Detach(worker, attempt);
        }

        if (attempt.Place is not QueuePlace)
        {
            Driver.Recorder?.Started(this, _attempts, worker);
        }

        var awaiter = new BodyAwaiter<TOut>(BodyCompleted, attempt);
        awaiter.Set(attempt.RunAsync());
        var isOver = awaiter.IsCompleted;
        if (!(isOver ? attempt.TryEnd() : attempt.TrySuspend()))
        {
            return Detach(worker, awaiter);
        }

        if (!isOver)
        {
            return LeaveToBody(worker, awaiter);
        }

        _awaiter = awaiter;
        return FinishAwaited(worker);
    }

    // Whoever cancels moves the status, then looks for an attempt; this side does it the other way round.
    private bool IsTakenOut()
    {
        if (!Frame.IsInterruptible)
        {
            return false;
        }

        Interlocked.MemoryBarrier();
        return Status != VertexStatus.Running;
    }

    private VertexState? GiveUp(Worker worker, TaskAttempt<TIn, TOut> attempt)
    {
        attempt.Close(AttemptEnd.Cancelled);
        AbandonLease();
        return Abandoned(worker);
    }

    private static VertexState? Detach(Worker worker, TaskAttempt<TIn, TOut> attempt)
    {
        worker.IsDetached = true;
        attempt.Release();
        return null;
    }

    // The run ended while the body ran; what the body yields is nobody's any more.
    private VertexState? EndLate()
    {
        EndAttempt(AttemptEnd.Cancelled);
        AbandonLease();
        return null;
    }

    // The body was abandoned while this thread was in it, and the thread's slot was given away.
    private static VertexState? Detach(Worker worker, BodyAwaiter<TOut> awaiter)
    {
        worker.IsDetached = true;
        awaiter.Register();
        return null;
    }

    private void EndAttempt(AttemptEnd end, Exception? error = null)
    {
        if (_details is { Attempt: { } attempt } details)
        {
            attempt.Close(end, error);
            details.Attempt = null;
            details.Queued = attempt.Queued;
        }
    }

    /// <summary>What came of a queued attempt was written down: its queue may forget it.</summary>
    private void Settle()
    {
        if (_details is { Queued: { } queued } details)
        {
            details.Queued = null;
            Driver.Durable!.Submitted!.Settle(queued);
        }
    }

    private VertexState? AttemptFailed(Worker worker, Exception exception)
    {
        if (_details is { Attempt: { Place: QueuePlace, Queued: null } })
        {
            // No worker of the fleet will tell of its start.
            Driver.Recorder?.Started(this, _attempts, worker);
        }

        EndAttempt(AttemptEnd.Failed, exception);
        ExitLane();
        if (Driver.IsEnded)
        {
            return null;
        }

        if (RetryDelayFor(exception) is { } delay)
        {
            return Retry(worker, exception, delay);
        }

        AbandonLease();
        return Fail(worker, exception, isOfFrame: false);
    }

    private TimeSpan? RetryDelayFor(Exception exception) =>
        vertex.Options.Retry is { } retry && Resilience.RetryRule.Allows(retry, _attempts, exception)
            ? Resilience.RetryDelay.After(retry, _attempts, Scope.Engine.Jitter)
            : null;

    private VertexState? Retry(Worker worker, Exception exception, TimeSpan delay)
    {
        Driver.Durable?.AttemptFailed(this, _iteration, _attempts, exception, delay);
        Settle();
        Driver.Recorder?.WillRetry(this, new TaskFailure(Path, _attempts, exception), delay);
        Log.AttemptFailed(Scope.Logger, Scope.RunId, Path, _attempts, delay, exception);
        if (delay <= TimeSpan.Zero)
        {
            return worker.Ready(this);
        }

        StartBackoff(delay);
        return worker.Released();
    }

    private void StartBackoff(TimeSpan delay)
    {
        Scope.Pause();
        Details.Backoff = Scope.Time.CreateTimer(static state => ((TaskState<TIn, TOut>)state!).EndBackoff(), this, delay, Timeout.InfiniteTimeSpan);
    }

    private void EndBackoff()
    {
        Interlocked.Exchange(ref Details.Backoff, null)?.Dispose();
        var scope = Scope;
        Driver.Resume(this, needsPermit: true);
        scope.EndPause();
    }
}
