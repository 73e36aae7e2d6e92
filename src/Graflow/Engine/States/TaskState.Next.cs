using Graflow.Workers;

namespace Graflow.Engine;

internal sealed partial class TaskState<TIn, TOut>
{
    Frame? IFrameOwner.OuterFrame => Frame;

    Lane? IFrameOwner.OuterLane => Frame.LaneOf(vertex);

    Execution IFrameOwner.OuterExecution => Frame.ExecutionOf(vertex);

    FramePlace IFrameOwner.PlaceOf(Frame child) => new FramePlace.Continuation(Frame.PlaceOf(Vertex, iteration: 0), child.Index);

    VertexState? IFrameOwner.FrameEnded(Worker worker, Frame child)
    {
        Details.Child = null;
        if (!child.Succeeded)
        {
            var failure = child.Failure;
            Driver.Recycle(child);
            return failure is null ? Skip(worker) : Fail(worker, failure, isOfFrame: true);
        }

        var value = child.Output.Read<TOut>();
        Driver.Recycle(child);
        Driver.Durable?.TaskEndedByFrame(this, _iteration, failure: null);
        return Succeed(worker, value);
    }

    Frame? IContinuation.Child => _details?.Child;

    VertexState? IContinuation.Replace(Worker worker, Frame child, NextTarget target, int frame)
    {
        Details.Child = null;
        Driver.Recycle(child);
        return ContinueWith(worker, target, frame);
    }

    /// <summary>The attempt succeeded; what it asked for takes effect now.</summary>
    private VertexState? Continue(Worker worker, Next<TOut> next)
    {
        if (Driver.IsEnded)
        {
            return EndLate();
        }

        var requests = _details?.Attempt?.Requests;
        if (requests is not null && MergeLoop(requests, ref next) is { } conflict)
        {
            return AttemptFailed(worker, conflict);
        }

        if (next.Kind == NextKind.Nothing)
        {
            return AttemptFailed(worker, NothingReturned());
        }

        var request = next.Kind == NextKind.To ? RequestOf(next.Target!) : default;
        if (TryApply(worker, requests, next, request) is { } refused)
        {
            return AttemptFailed(worker, refused);
        }

        EndAttempt(AttemptEnd.Succeeded);
        Settle();
        ExitLane();
        EndLease(next);
        _attempts = 0;
        return next.Kind == NextKind.Done ? Succeed(worker, next.Value) : CountedContinueWith(worker, request);
    }

    /// <summary>Who continues: this task, or the one whose frame it ends.</summary>
    private ContinuationRequest RequestOf(NextTarget target)
    {
        var owner = !IsOwnLoop(target) && Frame.Owner is IContinuation outer && Frame.EndsWith(this) ? outer : this;
        var frame = Driver.Durable is not { } durable ? -1 : owner.IsOwnLoop(target) ? 0 : durable.NextFrame();
        return new ContinuationRequest((VertexState)owner, target, owner.Iteration + 1, frame);
    }

    private VertexState? CountedContinueWith(Worker worker, in ContinuationRequest request)
    {
        if (!Driver.TryStep(this))
        {
            return null;
        }

        Driver.Recorder?.Continued(this, request.Target);
        return ReferenceEquals(request.Owner, this)
            ? ContinueWith(worker, request.Target, request.Frame)
            : ((IContinuation)request.Owner).Replace(worker, Frame, request.Target, request.Frame);
    }

    private VertexState? ContinueWith(Worker worker, NextTarget target, int frame)
    {
        _iteration++;
        _attempts = 0;
        Frame.NeedsReset = true;
        if (IsOwnLoop(target))
        {
            (Details.Iteration ??= new()).Value = ((NextTarget<TIn>)target).Input;
            return worker.Ready(this);
        }

        FlowPlan plan;
        try
        {
            plan = Scope.Engine.Checked(target.Plan, Frame.ExecutionOf(vertex));
        }
        catch (Exception exception)
        {
            return Fail(worker, new TaskFailure(Path, attempts: 0, exception), isOfFrame: false);
        }

        return StartChild(worker, plan, target, frame);
    }

    private VertexState? StartChild(Worker worker, FlowPlan plan, NextTarget target, int frame)
    {
        var child = plan.Frames.Rent(Driver, this, _iteration);
        child.Number = frame;
        Details.Child = child;
        if (IsTakenOut())
        {
            child.Cancel();
            return null;
        }

        return target.Start(worker, child);
    }

    public bool IsOwnLoop(NextTarget target) =>
        target is NextTarget<TIn> { Executable: TaskNode node }
        && ReferenceEquals(node.Descriptor, vertex.Node.Descriptor)
        && ReferenceEquals(node.EffectiveOptions, vertex.Options)
        && (node.Path.Length == 0 || node.Path == vertex.Node.Path);

    private InvalidOperationException NothingReturned() =>
        new($"{Path} returned default(Next<{typeof(TOut).Name}>), which is neither a value nor something to run. Return the value, or Next.To(…).");

    private InvalidOperationException? MergeLoop(AttemptRequests<TIn> requests, ref Next<TOut> next)
    {
        if (requests.NextInput is not { } again)
        {
            return null;
        }

        if (next.Kind == NextKind.To)
        {
            return new InvalidOperationException($"{Path} asked for another iteration and returned Next.To as well. Ask for one of them.");
        }

        next = new Next<TOut>(new NextTarget<TIn>(vertex.Node, again.Value!));
        return null;
    }

    /// <summary>
    /// Compiles what the side tasks run, so that a flow that cannot work fails the attempt that asked for it; then writes everything down, where the run has a journal,
    /// applies the recorded writes to the run's channel, all or none, and starts the side tasks.
    /// </summary>
    /// <returns>Why it cannot be; null when all is done.</returns>
    private Exception? TryApply(Worker worker, AttemptRequests<TIn>? requests, in Next<TOut> next, in ContinuationRequest request)
    {
        var durable = Driver.Durable;
        if (requests is null)
        {
            return durable is null ? null : Journal(durable, next, request, effects: null);
        }

        List<SideTask> sideTasks = [];
        try
        {
            foreach (var target in requests.SideTasks)
            {
                Scope.Engine.Checked(target.Plan, Frame.ExecutionOf(vertex));
                sideTasks.Add(SideTask.Of(this, target, sideTasks.Count, durable?.NextFrame() ?? -1));
            }

            if (durable is null && requests.Writes.Count > 0)
            {
                Scope.Channel.Commit(requests.Writes);
            }
        }
        catch (Exception exception)
        {
            return exception;
        }

        if (durable is not null && Journal(durable, next, request, new TaskEffects(durable.StoredChannel is null ? requests.Writes : [], sideTasks)) is { } refused)
        {
            return refused;
        }

        sideTasks.ForEach(task => task.Start(worker));
        return null;
    }
}
