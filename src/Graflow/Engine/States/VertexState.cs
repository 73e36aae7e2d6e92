namespace Graflow.Engine;

/// <summary>One vertex in one frame of one run: its status, what it still waits for, and why it has no value.</summary>
internal abstract class VertexState(Frame frame, Vertex vertex)
{
    // The status is that of one use of the frame only: the other bits are the use's number, so that a new use needs no pass over all states.
    private const int StatusBits = 3;
    private const int StatusMask = (1 << StatusBits) - 1;

    private int _status;
    private int _needs = frame.Plan.SuccessorsOf(vertex.Index).Length;
    private bool _blocked;

    internal Frame Frame { get; } = frame;

    internal Vertex Vertex { get; } = vertex;

    /// <summary>Whether each input is to be shown to the state as it settles; kept here because the vertex is a cache line further away.</summary>
    internal bool ObservesInputs { get; } = vertex.ObservesInputs;

    internal VertexStatus Status
    {
        get
        {
            var status = Volatile.Read(ref _status);
            return status >> StatusBits == Frame.Use ? (VertexStatus)(status & StatusMask) : VertexStatus.Waiting;
        }
    }

    internal bool IsSettled => Status >= VertexStatus.Succeeded;

    /// <summary>Why there is no value: the vertex's own failure, or the one that reached it.</summary>
    internal TaskFailure? Failure { get; private protected set; }

    /// <summary>The path in the run, as errors and events show it.</summary>
    internal string Path => Place.ToString();

    internal virtual VertexPlace Place => Frame.PlaceOf(Vertex, iteration: 0);

    /// <summary>Whether a predecessor's missing value keeps the vertex from running; it needs no permit then.</summary>
    internal bool IsSkipped => _blocked && Vertex.IsBlockedByFailure;

    /// <summary>Whether, during a replay, it waits where the history does not tell how it ended.</summary>
    internal virtual bool IsHeldByReplay => Vertex is ITaskVertex or IWaitVertex;

    private protected RunDriver Driver => Frame.Driver;

    /// <summary>Whether a predecessor has no value.</summary>
    private protected bool IsBlocked => _blocked;

    internal T Read<T>() => this is VertexState<T> exact ? exact.Value : ((IValue<T>)this).Value;

    internal Outcome<T> ReadOutcome<T>() => Status switch
    {
        VertexStatus.Succeeded => new Outcome<T>(Read<T>()),
        VertexStatus.Failed => new Outcome<T>(OutcomeKind.Failed, Failure),
        VertexStatus.Skipped => new Outcome<T>(OutcomeKind.Skipped, Failure),
        VertexStatus.Cancelled => new Outcome<T>(OutcomeKind.Cancelled, Failure),
        VertexStatus.Running when Driver.IsEnded => new Outcome<T>(OutcomeKind.Cancelled, null),
        _ => new Outcome<T>(OutcomeKind.NotSettled, null),
    };

    /// <summary>Forgets everything, for the frame's next use; needed only where more happened than that all vertices succeeded at once.</summary>
    internal virtual void Reset()
    {
        Frame.Expect(Vertex);
        _needs = Frame.Plan.SuccessorsOf(Vertex.Index).Length;
        _blocked = false;
        Failure = null;
    }

    /// <summary>Drops the value once nobody will read it any more.</summary>
    internal virtual void ReleaseValue()
    {
    }

    /// <summary>Runs the vertex, on a worker's thread, once everything it waits for settled.</summary>
    /// <returns>What to run next on the same thread; null when there is nothing.</returns>
    internal VertexState? Execute(Worker worker)
    {
        if (!TryBegin())
        {
            return Abandoned(worker);
        }

        return IsSkipped ? Skip(worker) : Run(worker);
    }

    /// <summary>The vertex was taken out of the run while it was in the ready list.</summary>
    private protected virtual VertexState? Abandoned(Worker worker) => null;

    /// <summary>A permit of the vertex's lane was taken for it.</summary>
    internal virtual void TakePermit(Lane lane)
    {
    }

    /// <summary>Hears that a predecessor settled; called only where the vertex observes its inputs, before the count of inputs drops.</summary>
    internal virtual void Observe(Worker worker, VertexState input)
    {
    }

    /// <summary>One more thing to wait for: a side task of a branch.</summary>
    internal void AddPending() => Frame.ExpectOneMore(Vertex);

    /// <summary>A predecessor, or a side task, settled.</summary>
    /// <returns>Whether it was the last one, so that the vertex is ready.</returns>
    internal bool Arrive(bool blocks)
    {
        if (blocks)
        {
            Block();
        }

        return Frame.ArriveAt(Vertex.Index);
    }

    /// <summary>Whether the vertex itself gave up on its inputs, so that a consumer that gives up on it does not do so again.</summary>
    internal virtual bool HasReleasedInputs => false;

    /// <summary>A predecessor has no value; told before it counts as settled.</summary>
    internal void Block()
    {
        _blocked = true;
        Frame.NeedsReset = true;
    }

    /// <summary>One consumer fewer wants the value.</summary>
    /// <returns>Whether nobody wants it any more.</returns>
    internal bool ReleaseNeed() => Interlocked.Decrement(ref _needs) == 0;

    /// <summary>Takes the vertex out of the run, whether it waits or runs; settling it is the caller's part.</summary>
    internal bool TryCancel()
    {
        if (Driver.Durable is { } durable && durable.HasSettled(this))
        {
            return false;
        }

        if (TryMove(VertexStatus.Waiting, VertexStatus.Cancelled))
        {
            return true;
        }

        return Status == VertexStatus.Running && TryInterrupt();
    }

    /// <summary>Ends a running vertex from outside, as cancelled.</summary>
    private protected virtual bool TryInterrupt() => TryMove(VertexStatus.Running, VertexStatus.Cancelled);

    private protected abstract VertexState? Run(Worker worker);

    private protected bool TryMove(VertexStatus from, VertexStatus to)
    {
        var seen = Volatile.Read(ref _status);
        var known = seen >> StatusBits == Frame.Use ? (VertexStatus)(seen & StatusMask) : VertexStatus.Waiting;
        return known == from && Interlocked.CompareExchange(ref _status, Stamp(to), seen) == seen;
    }

    private protected VertexState? Skip(Worker worker)
    {
        Failure = FirstFailure();
        Driver.Durable?.TaskSkipped(this);
        return End(worker, VertexStatus.Skipped);
    }

    private protected VertexState? Fail(Worker worker, TaskFailure failure)
    {
        Failure = failure;
        Frame.NeedsReset = true;
        return End(worker, VertexStatus.Failed);
    }

    /// <summary>Settles the vertex, unless it was taken out of the run meanwhile.</summary>
    private protected VertexState? End(Worker worker, VertexStatus status)
    {
        if (Frame.IsInterruptible)
        {
            // Whoever cancelled the vertex may have looked for a free permit before this thread gave its own one back.
            return TryMove(VertexStatus.Running, status) ? worker.Settle(this, status) : worker.Released();
        }

        Volatile.Write(ref _status, Stamp(status));
        if (Vertex.ReleasesInputs)
        {
            ReleaseInputs();
        }

        return worker.Settle(this, status);
    }

    private bool TryBegin()
    {
        if (Frame.IsInterruptible)
        {
            return TryMove(VertexStatus.Waiting, VertexStatus.Running) || Status == VertexStatus.Running;
        }

        Volatile.Write(ref _status, Stamp(VertexStatus.Running));
        return true;
    }

    private int Stamp(VertexStatus status) => (Frame.Use << StatusBits) | (int)status;

    /// <summary>Frees the values that this vertex was the last one to read.</summary>
    private void ReleaseInputs()
    {
        if (Driver.Scope.KeepsResults)
        {
            return;
        }

        foreach (var index in Vertex.ReleasedInputs)
        {
            var input = Frame.States[index];
            if (input.ReleaseNeed())
            {
                input.ReleaseValue();
                input._needs = Frame.Plan.SuccessorsOf(index).Length;
            }
        }
    }

    /// <summary>The failure that keeps this vertex from running.</summary>
    private protected virtual TaskFailure? FirstFailure()
    {
        foreach (var input in Vertex.Inputs)
        {
            if (Frame.States[input].Failure is { } failure)
            {
                return failure;
            }
        }

        return null;
    }
}
