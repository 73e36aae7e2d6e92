namespace Graflow.Engine;

/// <summary>One instance of a plan in a run: the run's own, an element of a map, or what a task continued with. Pooled with its plan.</summary>
internal sealed class Frame
{
    private Lane?[] _lanes = [];
    // For each vertex, how much it still waits for: apart from the states, so that those of vertices that are not ready yet stay untouched.
    private readonly int[] _waiting;
    private int _pending;
    private TaskFailure? _sideFailure;
    private FramePlace? _place;
    private Execution _execution = null!;

    internal Frame(FlowPlan plan)
    {
        Plan = plan;
        States = new VertexState[plan.Vertices.Length];
        _waiting = plan.InputCounts.AsSpan().ToArray();
        for (var i = 0; i < States.Length; i++)
        {
            States[i] = plan.Vertices[i].IsFused ? null! : plan.Vertices[i].CreateState(this);
        }
    }

    internal FlowPlan Plan { get; }

    /// <summary>The states of the plan's vertices, in their order; null for fused ones.</summary>
    internal VertexState[] States { get; }

    internal RunDriver Driver { get; private set; } = null!;

    internal IFrameOwner Owner { get; private set; } = null!;

    /// <summary>The element's index, or the iteration's number; what it means is up to the owner.</summary>
    internal int Index { get; private set; }

    /// <summary>What the run's journal calls the frame; -1 while it has no name for it. The run's own frame is 0.</summary>
    internal int Number { get; set; }

    /// <summary>How many frames are around this one.</summary>
    internal int Depth { get; private set; }

    /// <summary>How often the frame was used; states are stamped with it.</summary>
    internal int Use { get; private set; }

    /// <summary>Set when something happened that a vertex does not clean up by itself as it settles.</summary>
    internal bool NeedsReset { get; set; }

    /// <summary>Whether a vertex may be taken out of the run while it waits or runs.</summary>
    internal bool IsInterruptible { get; private set; }

    /// <summary>Whether bodies of the frame may run in other processes.</summary>
    internal bool LeavesProcess { get; private set; }

    /// <summary>Where the frame stands in the run; made when first asked for.</summary>
    internal FramePlace Place => _place ?? FindPlace();

    internal VertexState Output => States[Plan.Output];

    /// <summary>Why the frame failed: its output's failure, or a side task's.</summary>
    internal TaskFailure? Failure => Output.Failure ?? _sideFailure;

    internal bool Succeeded => Output.Status == VertexStatus.Succeeded && _sideFailure is null;

    internal void Bind(RunDriver driver, IFrameOwner owner, int index)
    {
        // 28 bits, what the stamp leaves without its sign; a frame that comes round has long forgotten its first uses.
        Use = (Use + 1) & 0x0FFF_FFFF;
        Driver = driver;
        Owner = owner;
        Index = index;
        Number = owner.OuterFrame is null ? 0 : -1;
        Depth = owner.OuterFrame is { } outer ? outer.Depth + 1 : 0;
        IsInterruptible = Plan.HasInterrupts || owner.OuterFrame is { IsInterruptible: true };
        _pending = 1;
        _sideFailure = null;
        _place = null;
        _execution = owner.OuterExecution;
        LeavesProcess = Plan.LeavesProcess || _execution.LeavesProcess;
        BindLanes(owner.OuterLane);
    }

    /// <summary>Makes the frame ready for its next use and forgets all values.</summary>
    internal void Reset()
    {
        Output.ReleaseValue();
        if (!NeedsReset && !IsInterruptible)
        {
            return;
        }

        NeedsReset = false;
        foreach (var state in States)
        {
            state?.Reset();
        }
    }

    /// <summary>Where a vertex's body runs, or where those of what it starts do.</summary>
    internal Execution ExecutionOf(Vertex vertex) => vertex.Lane == 0 ? _execution : Plan.Lanes[vertex.Lane].Execution;

    /// <summary>The lane that bounds what a vertex starts.</summary>
    internal Lane? RegionLaneOf(Vertex vertex) => _lanes.Length != 0 ? _lanes[vertex.Lane] : null;

    /// <summary>The lane that a vertex needs a permit of; only bodies do.</summary>
    internal Lane? LaneOf(Vertex vertex) => _lanes.Length != 0 && vertex is ITaskVertex ? _lanes[vertex.Lane] : null;

    /// <summary>Gives the frame its input.</summary>
    /// <returns>What to run first on the same thread.</returns>
    internal VertexState? Start<TIn>(Worker worker, TIn input)
    {
        ((IInput<TIn>)States[0]).Set(input);
        return States[0].Execute(worker);
    }

    /// <summary>A vertex waits for all its inputs again.</summary>
    internal void Expect(Vertex vertex) => _waiting[vertex.Index] = Plan.InputCounts[vertex.Index];

    /// <summary>A vertex waits for one thing more than its inputs.</summary>
    internal void ExpectOneMore(Vertex vertex) => Interlocked.Increment(ref _waiting[vertex.Index]);

    /// <summary>Something that a vertex waits for has settled.</summary>
    /// <returns>Whether it was the last, so that the vertex is ready.</returns>
    internal bool ArriveAt(int vertex)
    {
        ref var waiting = ref _waiting[vertex];
        if (Volatile.Read(ref waiting) != 1 && Interlocked.Decrement(ref waiting) != 0)
        {
            return false;
        }

        // For the frame's next use, now: the line is this thread's at this moment, and its neighbours' a moment later.
        var inputs = Plan.InputCounts[vertex];
        if (inputs != 1)
        {
            waiting = inputs;
        }

        return true;
    }

    internal void AddSideTask() => Interlocked.Increment(ref _pending);

    internal VertexState? EndSideTask(Worker worker, TaskFailure? failure)
    {
        if (failure is not null)
        {
            Interlocked.CompareExchange(ref _sideFailure, failure, null);
        }

        return Arrive(worker);
    }

    /// <summary>The output settled, or a side task ended.</summary>
    internal VertexState? Arrive(Worker worker) =>
        Volatile.Read(ref _pending) == 1 || Interlocked.Decrement(ref _pending) == 0 ? Owner.FrameEnded(worker, this) : null;

    /// <summary>Whether a vertex is all that the frame still waits for, so that what it continues with can take the frame's place.</summary>
    internal bool EndsWith(VertexState vertex) => ReferenceEquals(Output, vertex) && Volatile.Read(ref _pending) == 1;

    /// <summary>Takes everything in the frame out of the run; its owner settles by itself.</summary>
    internal void Cancel()
    {
        foreach (var state in States)
        {
            state?.TryCancel();
        }
    }

    internal VertexPlace PlaceOf(Vertex vertex, int iteration) => new(Place, vertex, iteration);

    internal string PathOf(Vertex vertex, int iteration) => PlaceOf(vertex, iteration).ToString();

    // From the outermost frame on, without recursion: a runaway nests very deep. A side task knows its place without its spawner's frame.
    private FramePlace FindPlace()
    {
        var open = new Stack<Frame>();
        for (var frame = this; frame is { _place: null }; frame = frame.Owner is SideTask ? null : frame.Owner.OuterFrame)
        {
            open.Push(frame);
        }

        while (open.TryPop(out var frame))
        {
            frame._place = frame.Owner.PlaceOf(frame);
        }

        return _place!;
    }

    private void BindLanes(Lane? outer)
    {
        var templates = Plan.Lanes;
        if (templates.Length == 1 && outer is null)
        {
            _lanes = [];
            return;
        }

        _lanes = new Lane?[templates.Length];
        _lanes[0] = outer;
        for (var i = 1; i < templates.Length; i++)
        {
            var parent = _lanes[templates[i].Parent];
            var limit = templates[i].Execution.Limit;
            _lanes[i] = limit == int.MaxValue ? parent : Driver.AddLane(parent, limit);
        }
    }
}
