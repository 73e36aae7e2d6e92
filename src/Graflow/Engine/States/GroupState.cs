namespace Graflow.Engine;

/// <summary>Where the branches of a group meet: applies the policy once all of them ended.</summary>
internal sealed class GroupState<TOut>(Frame frame, GroupVertex<TOut> vertex) : VertexState<TOut>(frame, vertex), ISideTaskScope
{
    private SideTaskFailures? _sideTasks;
    private bool _hasFailed;

    internal override bool HasReleasedInputs => Volatile.Read(ref _hasFailed);

    internal override void Reset()
    {
        base.Reset();
        _hasFailed = false;
        _sideTasks = null;
    }

    internal override void Observe(Worker worker, VertexState input)
    {
        if (input.Status is VertexStatus.Failed or VertexStatus.Skipped
            && Frame.States[vertex.Shape.RegionInput].Status == VertexStatus.Succeeded
            && !Interlocked.Exchange(ref _hasFailed, true))
        {
            CancelOthers(worker, input.Vertex.Index);
        }
    }

    void ISideTaskScope.Add() => AddPending();

    VertexState? ISideTaskScope.End(Worker worker, int branch, TaskFailure? failure)
    {
        if (failure is not null)
        {
            LazyInitializer.EnsureInitialized(ref _sideTasks, static () => new SideTaskFailures()).Add(branch, failure);
        }

        if (failure is not null && vertex.Interrupts && !Interlocked.Exchange(ref _hasFailed, true))
        {
            CancelOthers(worker, vertex.Shape.Branches[branch]);
        }

        return Arrive(failure is not null) ? worker.Ready(this) : null;
    }

    private protected override VertexState? Run(Worker worker)
    {
        var shape = vertex.Shape;
        if (!IsBlocked && shape.Policy is StrictPolicy)
        {
            Driver.Recorder?.GroupSettled(Place, shape.Branches.Length);
            Driver.Durable?.GroupSettled(Frame, vertex, shape.Branches.Length, failed: []);
            return Assemble(worker);
        }

        if (Frame.States[shape.RegionInput].Status != VertexStatus.Succeeded)
        {
            Failure = Frame.States[shape.RegionInput].Failure;
            return End(worker, VertexStatus.Skipped);
        }

        return Judge(worker, BranchVerdict.Of(Frame, shape, _sideTasks));
    }

    private VertexState? Judge(Worker worker, BranchVerdict verdict)
    {
        bool fails;
        try
        {
            fails = Driver.Durable is { } durable ? durable.Judge(this, vertex.Shape.Policy, verdict) : verdict.Fails(vertex.Shape.Policy);
        }
        catch (Exception exception) when (exception is not RunLogException)
        {
            return Fail(worker, new TaskFailure(Path, attempts: 0, exception));
        }

        Driver.Recorder?.GroupSettled(Place, verdict, fails);
        return fails ? Fail(worker, verdict.ToFailure(Path)) : Assemble(worker);
    }

    private VertexState? Assemble(Worker worker) =>
        Succeed(worker, vertex.Assemble(new BranchReader(Frame.States, vertex.Shape.Branches, _sideTasks)));

    private void CancelOthers(Worker worker, int failed)
    {
        foreach (var branch in vertex.Shape.Branches)
        {
            if (branch != failed)
            {
                Interruption.Release(worker, Frame, branch);
            }
        }
    }
}
