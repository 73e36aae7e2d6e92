namespace Graflow.Engine;

/// <summary>What a task asked for by <c>NextTask</c>: the innermost branch, element or run around that task waits for it.</summary>
internal sealed class SideTask : IFrameOwner
{
    private readonly VertexState _spawner;
    private readonly int _number;
    private readonly VertexPlace _place;
    private readonly Frame _scopeFrame;
    private readonly GroupBranch? _branch;

    private SideTask(VertexState spawner, int number)
    {
        _spawner = spawner;
        _number = number;
        _place = spawner.Place;
        _scopeFrame = spawner.Frame;
        _branch = _scopeFrame.Plan.BranchOf(spawner.Vertex.Index);

        // What a task continued with is no scope of its own: that task's successors do not wait either.
        while (_branch is null && _scopeFrame.Owner is IContinuation and VertexState task)
        {
            _scopeFrame = task.Frame;
            _branch = _scopeFrame.Plan.BranchOf(task.Vertex.Index);
        }
    }

    Frame? IFrameOwner.OuterFrame => _spawner.Frame;

    Lane? IFrameOwner.OuterLane => _spawner.Frame.LaneOf(_spawner.Vertex);

    Execution IFrameOwner.OuterExecution => _spawner.Frame.ExecutionOf(_spawner.Vertex);

    FramePlace IFrameOwner.PlaceOf(Frame frame) => new FramePlace.Side(_place, _number);

    VertexState? IFrameOwner.FrameEnded(Worker worker, Frame frame)
    {
        var failure = frame.Failure;
        frame.Driver.Scope.EndSideTask();
        frame.Driver.Recycle(frame);
        return Scope is { } scope ? scope.End(worker, _branch!.Value.Index, failure) : _scopeFrame.EndSideTask(worker, failure);
    }

    private ISideTaskScope? Scope => _branch is { } branch ? _scopeFrame.States[branch.Group] as ISideTaskScope : null;

    internal static void Start(Worker worker, VertexState spawner, NextTarget target, int number)
    {
        var driver = spawner.Frame.Driver;
        if (!driver.TryStep(spawner))
        {
            return;
        }

        var plan = driver.Scope.Engine.Checked(target.Plan, spawner.Frame.ExecutionOf(spawner.Vertex));
        var task = new SideTask(spawner, number);
        driver.Scope.AddSideTask();
        if (task.Scope is { } scope)
        {
            scope.Add();
        }
        else
        {
            task._scopeFrame.AddSideTask();
        }

        var frame = plan.Frames.Rent(driver, task, index: number);
        if (target.Start(worker, frame) is { } ready)
        {
            worker.Push(ready);
            driver.Wake();
        }
    }
}
