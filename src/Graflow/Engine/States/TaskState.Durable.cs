using Graflow.Logs;

namespace Graflow.Engine;

internal sealed partial class TaskState<TIn, TOut>
{
    private bool _isRecalled;
    private bool _wasParked;

    void IContinuation.WriteInput(in RecordWriter record, NextTarget target) => record.Value(((NextTarget<TIn>)target).Input);

    /// <summary>What the run's journal has to say before the body is called: that it was called already, that it has to wait, or nothing.</summary>
    /// <param name="worker">Who goes on.</param>
    /// <param name="durable">The run's journal.</param>
    /// <param name="next">Where the body must not be called, what to run next.</param>
    private bool MayStart(Worker worker, DurableRun durable, out VertexState? next)
    {
        next = null;
        if (_details?.Timeout is not null)
        {
            return true;
        }

        if (!_isRecalled && durable.Recall(this) is { } memory)
        {
            _isRecalled = true;
            Frame.NeedsReset = true;
            if (TryRecall(worker, memory, out next))
            {
                return false;
            }
        }

        if (durable.IsReplaying)
        {
            _wasParked = true;
            Frame.NeedsReset = true;
            durable.Park(this);
            next = LeaveLane(worker);
            return false;
        }

        // How often a queued attempt was begun is counted by its queue, which also has it in order behind what it follows from.
        return IsDue(worker, out next) && (IsQueued || (IsAlive(worker, durable, out next) && IsSafe(worker, durable, out next)));
    }

    /// <returns>Whether the task ended, or continued, before the resume.</returns>
    private bool TryRecall(Worker worker, VertexMemory memory, out VertexState? next)
    {
        next = null;
        if (memory.Input is { } input)
        {
            (Details.Iteration ??= new()).Value = PayloadSerializer.Deserialize<TIn>(input.Span);
        }

        if (memory.End is { IsOfFrame: false } end)
        {
            ExitLane();
            _iteration = end.Iteration;
            next = end.HasSucceeded
                ? Succeed(worker, PayloadSerializer.Deserialize<TOut>(end.Payload.Span))
                : Fail(worker, new TaskFailure(Path, end.Attempts, FailureRecord.Read(end.Payload)));
            return true;
        }

        if (memory.Continuation is { } continuation)
        {
            _iteration = continuation.Iteration;
            Frame.NeedsReset = true;
            if (continuation.Frame != 0)
            {
                ExitLane();
                next = RestartChild(worker, continuation);
                return true;
            }

            (Details.Iteration ??= new()).Value = PayloadSerializer.Deserialize<TIn>(continuation.Target.Span);
        }

        if (memory.Iteration == _iteration)
        {
            _attempts = memory.FailedAttempts;
            Details.RetryAt = memory.RetryAt;
        }

        return false;
    }

    private VertexState? RestartChild(Worker worker, ContinuationMemory continuation)
    {
        var target = Driver.Durable!.ReadTarget(continuation.Frame, continuation.Target, typeof(TOut));
        return StartChild(worker, Scope.Engine.Checked(target.Plan, Frame.ExecutionOf(vertex)), target, continuation.Frame);
    }

    // What is left of a backoff that began before the resume.
    private bool IsDue(Worker worker, out VertexState? next)
    {
        next = null;
        if (_details?.RetryAt is not { } due)
        {
            return true;
        }

        _details.RetryAt = null;
        var left = due - Scope.Time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            return true;
        }

        StartBackoff(left);
        next = LeaveLane(worker);
        return false;
    }

    // The process died each time that the body was called.
    private bool IsAlive(Worker worker, DurableRun durable, out VertexState? next)
    {
        next = null;
        if (durable.DeliveriesOf(this, _iteration, _attempts + 1) is not { } deliveries)
        {
            return true;
        }

        ExitLane();
        _attempts++;
        next = Fail(worker, new WorkerCrashedException(Path, deliveries), isOfFrame: false);
        return false;
    }

    private bool IsSafe(Worker worker, DurableRun durable, out VertexState? next)
    {
        next = null;
        if (durable.IsCommitted)
        {
            // An equal call may bring the output, so that the body does not run at all.
            if (MayBeCached)
            {
                return true;
            }

            if (_details is { IsAnnounced: true })
            {
                _details.IsAnnounced = false;
                return true;
            }

            if (durable.TaskStarted(this, _iteration, _attempts + 1, _wasParked))
            {
                return true;
            }

            Details.IsAnnounced = true;
        }

        next = LeaveLane(worker);
        durable.ResumeWhenCommitted(this);
        return false;
    }

    private VertexState? LeaveLane(Worker worker)
    {
        ExitLane();
        return worker.Released();
    }

    /// <summary>Settles the task as failed, in the journal first.</summary>
    /// <param name="worker">Who goes on.</param>
    /// <param name="exception">Why.</param>
    /// <param name="isOfFrame">Whether it is the failure of the frame that the task continued with.</param>
    private VertexState? Fail(Worker worker, Exception exception, bool isOfFrame) =>
        Fail(worker, new TaskFailure(Path, _attempts, exception), isOfFrame);

    private VertexState? Fail(Worker worker, TaskFailure failure, bool isOfFrame)
    {
        if (Driver.Durable is { } durable)
        {
            if (isOfFrame)
            {
                durable.TaskEndedByFrame(this, _iteration, failure);
            }
            else
            {
                durable.TaskFailed(this, _iteration, failure);
                Settle();
            }
        }

        return Fail(worker, failure);
    }

    /// <summary>Writes down what the attempt yielded and asked for, before any of it takes effect.</summary>
    /// <returns>Why it cannot be written; null when it is.</returns>
    private Exception? Journal(DurableRun durable, in Next<TOut> next, in ContinuationRequest request, TaskEffects? effects)
    {
        try
        {
            if (next.Kind == NextKind.Done)
            {
                durable.TaskSucceeded(this, _iteration, _attempts, next.Value, effects);
            }
            else
            {
                durable.TaskContinued(this, _iteration, _attempts, request, effects);
            }

            return null;
        }
        catch (Exception exception) when (exception is not RunLogException)
        {
            return exception;
        }
    }
}
