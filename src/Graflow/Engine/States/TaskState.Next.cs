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
            return failure is null ? Skip(worker) : Fail(worker, failure);
        }

        var value = child.Output.Read<TOut>();
        Driver.Recycle(child);
        return Succeed(worker, value);
    }

    Frame? IContinuation.Child => _details?.Child;

    VertexState? IContinuation.Replace(Worker worker, Frame child, NextTarget target)
    {
        Details.Child = null;
        Driver.Recycle(child);
        return ContinueWith(worker, target);
    }

    /// <summary>The attempt succeeded; what it asked for takes effect now.</summary>
    private VertexState? Continue(Worker worker, Next<TOut> next)
    {
        if (Driver.IsEnded)
        {
            return EndLate();
        }

        if (_details?.Attempt is { } attempt)
        {
            if (TakeRequests(worker, attempt, ref next) is { } problem)
            {
                return AttemptFailed(worker, problem);
            }

            EndAttempt(AttemptEnd.Succeeded);
        }

        if (next.Kind == NextKind.Nothing)
        {
            return AttemptFailed(worker, NothingReturned());
        }

        ExitLane();
        EndLease(next);
        _attempts = 0;
        return next.Kind == NextKind.Done ? Succeed(worker, next.Value) : CountedContinueWith(worker, next.Target!);
    }

    private VertexState? CountedContinueWith(Worker worker, NextTarget target)
    {
        if (!Driver.TryStep(this))
        {
            return null;
        }

        Driver.Recorder?.Continued(this, target);
        return IsOwnLoop(target) || !(Frame.Owner is IContinuation outer && Frame.EndsWith(this))
            ? ContinueWith(worker, target)
            : outer.Replace(worker, Frame, target);
    }

    private VertexState? ContinueWith(Worker worker, NextTarget target)
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
            return Fail(worker, new TaskFailure(Path, attempts: 0, exception));
        }

        return StartChild(worker, plan, target);
    }

    private VertexState? StartChild(Worker worker, FlowPlan plan, NextTarget target)
    {
        var child = plan.Frames.Rent(Driver, this, _iteration);
        Details.Child = child;
        if (IsTakenOut())
        {
            child.Cancel();
            return null;
        }

        return target.Start(worker, child);
    }

    private bool IsOwnLoop(NextTarget target) =>
        target is NextTarget<TIn> { Executable: TaskNode node }
        && ReferenceEquals(node.Descriptor, vertex.Node.Descriptor)
        && ReferenceEquals(node.EffectiveOptions, vertex.Options)
        && (node.Path.Length == 0 || node.Path == vertex.Node.Path);

    private InvalidOperationException NothingReturned() =>
        new($"{Path} returned default(Next<{typeof(TOut).Name}>), which is neither a value nor something to run. Return the value, or Next.To(…).");

    private Exception? TakeRequests(Worker worker, TaskAttempt<TIn, TOut> attempt, ref Next<TOut> next)
    {
        if (attempt.Requests is not { } requests)
        {
            return null;
        }

        if (requests.NextInput is { } again)
        {
            if (next.Kind == NextKind.To)
            {
                return new InvalidOperationException($"{Path} asked for another iteration and returned Next.To as well. Ask for one of them.");
            }

            next = new Next<TOut>(new NextTarget<TIn>(vertex.Node, again.Value!));
        }

        if (next.Kind == NextKind.Nothing)
        {
            return NothingReturned();
        }

        if (TryApply(requests) is { } refused)
        {
            return refused;
        }

        for (var i = 0; i < requests.SideTasks.Count; i++)
        {
            SideTask.Start(worker, this, requests.SideTasks[i], i);
        }

        return null;
    }

    /// <summary>Compiles what the side tasks run, so that a flow that cannot work fails the attempt that asked for it; then applies the recorded writes to the run's channel, all or none.</summary>
    /// <returns>Why it cannot be; null when all is done.</returns>
    private Exception? TryApply(AttemptRequests<TIn> requests)
    {
        try
        {
            requests.SideTasks.ForEach(target => Scope.Engine.Checked(target.Plan, Frame.ExecutionOf(vertex)));
            if (requests.Writes.Count > 0)
            {
                Scope.Channel.Commit(requests.Writes);
            }

            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
