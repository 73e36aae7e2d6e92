using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>What a task asked for by <c>NextTask</c>: the innermost branch, element or run around that task waits for it.</summary>
internal sealed class SideTask : IFrameOwner
{
    private readonly VertexState _spawner;
    private readonly FramePlace _place;
    private readonly Frame _scopeFrame;
    private readonly GroupBranch? _branch;

    private SideTask(VertexState spawner, NextTarget target, int number, FramePlace place)
    {
        _spawner = spawner;
        _place = place;
        Target = target;
        Number = number;
        Anchor = spawner;
        _scopeFrame = spawner.Frame;
        _branch = _scopeFrame.Plan.BranchOf(spawner.Vertex.Index);

        // What a task continued with is no scope of its own: that task's successors do not wait either.
        while (_branch is null && _scopeFrame.Owner is IContinuation and VertexState task)
        {
            Anchor = task;
            _scopeFrame = task.Frame;
            _branch = _scopeFrame.Plan.BranchOf(task.Vertex.Index);
        }
    }

    Frame? IFrameOwner.OuterFrame => _spawner.Frame;

    Lane? IFrameOwner.OuterLane => _spawner.Frame.LaneOf(_spawner.Vertex);

    Execution IFrameOwner.OuterExecution => _spawner.Frame.ExecutionOf(_spawner.Vertex);

    FramePlace IFrameOwner.PlaceOf(Frame frame) => _place;

    /// <summary>What runs, with its input.</summary>
    internal NextTarget Target { get; }

    /// <summary>Its number among those that one attempt asked for.</summary>
    internal int Number { get; }

    /// <summary>The number of its frame in the run's journal; -1 without one.</summary>
    internal int FrameNumber { get; init; } = -1;

    /// <summary>The task that asked, or the one around it that stands in the frame which waits.</summary>
    internal VertexState Anchor { get; }

    /// <summary>The path of the task that asked.</summary>
    internal string SpawnerPath => _spawner.Path;

    private ISideTaskScope? Scope => _branch is { } branch ? _scopeFrame.States[branch.Group] as ISideTaskScope : null;

    VertexState? IFrameOwner.FrameEnded(Worker worker, Frame frame)
    {
        var failure = frame.Failure;
        frame.Driver.Scope.EndSideTask();
        frame.Driver.Recycle(frame);
        return Scope is { } scope ? scope.End(worker, _branch!.Value.Index, failure) : _scopeFrame.EndSideTask(worker, failure);
    }

    /// <summary>Makes a side task that a task asks for.</summary>
    /// <param name="spawner">The task.</param>
    /// <param name="target">What it asked for.</param>
    /// <param name="number">Its number among those that the attempt asked for.</param>
    /// <param name="frame">The number of its frame in the run's journal; -1 without one.</param>
    internal static SideTask Of(VertexState spawner, NextTarget target, int number, int frame) =>
        new(spawner, target, number, new FramePlace.Side(spawner.Place, number)) { FrameNumber = frame };

    /// <summary>Starts a side task again that was asked for before a resume; its spawner's frame may be gone.</summary>
    internal static void Restart(Worker worker, Frame scope, SideTaskMemory memory)
    {
        var target = scope.Driver.Durable!.ReadTarget(memory.Frame, memory.Target, output: null);
        var place = new FramePlace.RecordedSide(scope.Place, memory.Spawner, memory.Number);
        var task = new SideTask(scope.States[memory.Scope.Vertex], target, memory.Number, place) { FrameNumber = memory.Frame };
        task.Run(worker);
    }

    internal void Start(Worker worker)
    {
        if (_spawner.Frame.Driver.TryStep(_spawner))
        {
            Run(worker);
        }
    }

    private void Run(Worker worker)
    {
        var driver = _spawner.Frame.Driver;
        var plan = driver.Scope.Engine.Checked(Target.Plan, _spawner.Frame.ExecutionOf(_spawner.Vertex));
        driver.Scope.AddSideTask();
        if (Scope is { } scope)
        {
            scope.Add();
        }
        else
        {
            _scopeFrame.AddSideTask();
        }

        var frame = plan.Frames.Rent(driver, this, index: Number);
        frame.Number = FrameNumber;
        if (Target.Start(worker, frame) is { } ready)
        {
            worker.Push(ready);
            driver.Wake();
        }
    }
}
