namespace Graflow.Engine;

/// <summary>
/// <c>x.ForEach()</c> in a run. Its place in the ready list stands for "start one more element": whoever takes it puts it back if there are more,
/// so that as many elements run at once as there are threads, or awaited bodies, and frames are used again and again.
/// </summary>
internal sealed class MapState<TIn, TElement, TResult>(Frame frame, MapVertex<TIn, TElement, TResult> vertex)
    : VertexState<IReadOnlyList<TResult>>(frame, vertex), IFrameOwner, IElementOutcomes, IMapState
{
    private IReadOnlyList<TIn>? _elements;
    private Outcome<TElement>[] _outcomes = [];
    private Frame?[] _frames = [];
    private int _started;
    private int _inFlight;
    private int _remaining;
    private int _decided;

    Frame? IFrameOwner.OuterFrame => Frame;

    Lane? IFrameOwner.OuterLane => Frame.RegionLaneOf(vertex);

    Execution IFrameOwner.OuterExecution => Frame.ExecutionOf(vertex);

    Frame?[] IMapState.Frames => Volatile.Read(ref _frames);

    bool IMapState.HasBegunAll => Volatile.Read(ref _outcomes) is { Length: > 0 } outcomes && Volatile.Read(ref _started) >= outcomes.Length && !Array.Exists(_frames, static frame => frame is null);

    private bool KeepsFrames => Frame.IsInterruptible || Driver.Scope.KeepsResults;

    internal override void Reset()
    {
        base.Reset();
        _elements = null;
        _outcomes = [];
        _frames = [];
        (_started, _inFlight, _remaining, _decided) = (0, 0, 0, 0);
    }

    FramePlace IFrameOwner.PlaceOf(Frame child) => new FramePlace.Element(Frame.Place, child.Index);

    VertexState? IFrameOwner.FrameEnded(Worker worker, Frame child)
    {
        var index = child.Index;
        var outcome = child.Succeeded ? child.Output.ReadOutcome<TElement>() : new Outcome<TElement>(child.Failure is null ? OutcomeKind.Cancelled : OutcomeKind.Failed, child.Failure);
        _outcomes[index] = outcome;
        if (!KeepsFrames)
        {
            Driver.Recycle(child);
        }

        Interlocked.Decrement(ref _inFlight);
        if (!outcome.IsSuccess && vertex.Interrupts && Status == VertexStatus.Running)
        {
            return FailFast(worker);
        }

        // Where there are more elements, this one's count passes on to the place in the ready list.
        return Volatile.Read(ref _started) < _outcomes.Length ? worker.Ready(this) : CountDown(worker);
    }

    bool IElementOutcomes.TryCollect<T>(TaskNode node, List<Outcome<T>> outcomes)
    {
        if (!vertex.Body.TryFind(node, out var inner))
        {
            return false;
        }

        foreach (var element in _frames)
        {
            outcomes.Add(element?.States[inner.Index].ReadOutcome<T>() ?? new Outcome<T>(OutcomeKind.NotSettled, null));
        }

        return true;
    }

    private protected override VertexState? Run(Worker worker)
    {
        if (_elements is null)
        {
            Frame.NeedsReset = true;
            _elements = Frame.States[vertex.Source].Read<IReadOnlyList<TIn>>();
            if (_elements is null)
            {
                return Fail(worker, new TaskFailure(Path, attempts: 0, new ArgumentNullException(Path, "ForEach was given null instead of a list.")));
            }

            var count = _elements.Count;
            if (count == 0)
            {
                return Succeed(worker, []);
            }

            Driver.Recorder?.MapStarted(Place, count);
            Driver.Durable?.MapStarted(this, count);
            _remaining = count + 1;
            _frames = KeepsFrames ? new Frame?[count] : [];
            Volatile.Write(ref _outcomes, new Outcome<TElement>[count]);
        }

        return StartElement(worker);
    }

    private protected override bool TryInterrupt()
    {
        if (!TryMove(VertexStatus.Running, VertexStatus.Cancelled))
        {
            return false;
        }

        CancelElements();
        return true;
    }

    private VertexState? StartElement(Worker worker)
    {
        if (TryClaim() is not { } index)
        {
            return CountDown(worker);
        }

        if (index + 1 < _outcomes.Length && Volatile.Read(ref _inFlight) < vertex.MaxConcurrency)
        {
            // The place that was just taken goes back into the ready list, and keeps its count.
            worker.Push(this);
            Driver.Wake();
        }
        else
        {
            CountDown(worker);
        }

        return StartFrame(worker, index);
    }

    private int? TryClaim()
    {
        if (!TryEnter())
        {
            return null;
        }

        var index = Interlocked.Increment(ref _started) - 1;
        if (index < _outcomes.Length)
        {
            return index;
        }

        Interlocked.Decrement(ref _inFlight);
        return null;
    }

    // Never counts more than there are, not even for a moment: a place that is given up relies on an element that will come back.
    private bool TryEnter()
    {
        for (var inFlight = Volatile.Read(ref _inFlight); inFlight < vertex.MaxConcurrency;)
        {
            var seen = Interlocked.CompareExchange(ref _inFlight, inFlight + 1, inFlight);
            if (seen == inFlight)
            {
                return true;
            }

            inFlight = seen;
        }

        return false;
    }

    /// <summary>An element ended, or a place in the ready list was given up: the map settles when neither is left.</summary>
    private VertexState? CountDown(Worker worker) =>
        Interlocked.Decrement(ref _remaining) == 0 && Interlocked.Exchange(ref _decided, 1) == 0 ? Judge(worker) : null;

    private VertexState? StartFrame(Worker worker, int index)
    {
        var child = vertex.Body.Frames.Rent(Driver, this, index);
        Driver.Durable?.RecallElement(child, this);
        if (_frames.Length != 0)
        {
            _frames[index] = child;
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref _decided) != 0 || Status != VertexStatus.Running)
            {
                child.Cancel();
                return null;
            }
        }

        return child.Start(worker, _elements![index]);
    }

    private VertexState? FailFast(Worker worker)
    {
        if (Interlocked.Exchange(ref _decided, 1) != 0)
        {
            return null;
        }

        CancelElements();
        return Judge(worker);
    }

    private void CancelElements()
    {
        Volatile.Write(ref _decided, 1);
        Driver.MarkUnclean();
        foreach (var child in _frames)
        {
            child?.Cancel();
        }
    }

    private VertexState? Judge(Worker worker)
    {
        if (vertex.Policy is StrictPolicy && Array.TrueForAll(_outcomes, static outcome => outcome.IsSuccess))
        {
            Driver.Recorder?.GroupSettled(Place, _outcomes.Length);
            Driver.Durable?.GroupSettled(Frame, vertex, _outcomes.Length, failed: []);
            return Collect(worker);
        }

        var verdict = Verdict();
        bool fails;
        try
        {
            fails = Driver.Durable is { } durable ? durable.Judge(this, vertex.Policy, verdict) : verdict.Fails(vertex.Policy);
        }
        catch (Exception exception) when (exception is not RunLogException)
        {
            return Fail(worker, new TaskFailure(Path, attempts: 0, exception));
        }

        Driver.Recorder?.GroupSettled(Place, verdict, fails);
        return fails ? Fail(worker, verdict.ToFailure(Path)) : Collect(worker);
    }

    private VertexState? Collect(Worker worker) =>
        Succeed(worker, Array.ConvertAll(_outcomes, outcome => vertex.Collect(outcome)));

    private BranchVerdict Verdict()
    {
        var (failed, succeeded) = (new List<BranchResult>(), new List<BranchResult>());
        var output = vertex.Body.Vertices[vertex.Body.Output].Id;
        for (var i = 0; i < _outcomes.Length; i++)
        {
            var path = new FramePlace.Element(Frame.Place, i).PathOf(output);
            (_outcomes[i].IsSuccess ? succeeded : failed).Add(new BranchResult(i, path, _outcomes[i].Failure));
        }

        return new BranchVerdict(failed, succeeded);
    }
}
