using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary>A task in a run: one attempt after the other, one iteration after the other, until there is a value or a failure.</summary>
internal sealed partial class TaskState<TIn, TOut>(Frame frame, TaskVertex<TIn, TOut> vertex)
    : VertexState<TOut>(frame, vertex), IFrameOwner, IContinuation
{
    private TaskDetails<TIn, TOut>? _details;
    private BodyAwaiter<TOut>? _awaiter;
    private int _iteration;
    private int _attempts;
    private bool _isAwaited;
    private Lane? _permit;

    internal override VertexPlace Place => Frame.PlaceOf(Vertex, _iteration);

    internal TaskVertex<TIn, TOut> TaskVertex => vertex;

    public int Iteration => _iteration;

    internal RunScope Scope => Driver.Scope;

    internal override void Reset()
    {
        base.Reset();
        _details = null;
        _iteration = 0;
        _attempts = 0;
        _isAwaited = false;
        _awaiter = null;
        _permit = null;
        _isRecalled = false;
        _wasParked = false;
    }

    private protected override VertexState? Run(Worker worker)
    {
        if (_isAwaited)
        {
            _isAwaited = false;
            return FinishAwaited(worker);
        }

        if (Driver.Durable is { } durable && !MayStart(worker, durable, out var next))
        {
            return next;
        }

        if (MayBeCached)
        {
            return RunCached(worker, vertex.Options.Cache!);
        }

        if (vertex.Join is { } join && _iteration == 0 && _attempts == 0)
        {
            Driver.Recorder?.GroupSettled(Frame.PlaceOf(join, iteration: 0), join.Shape.Branches.Length);
            Driver.Durable?.GroupSettled(Frame, join, join.Shape.Branches.Length, failed: []);
        }

        _attempts++;
        return vertex.IsBare && !Frame.IsInterruptible && !Frame.LeavesProcess && !Driver.SurroundsBodies ? RunBare(worker) : RunAttempt(worker);
    }

    /// <summary>Nothing watches or surrounds the body: call it, and settle at once if it ended at once.</summary>
    private VertexState? RunBare(Worker worker)
    {
        Driver.Recorder?.Started(this, _attempts, worker);
        TOut value;
        Next<TOut> next;
        try
        {
            var input = ReadInput();
            var context = vertex.NeedsContext ? BeginAttempt(input) : null!;
            switch (vertex.Body)
            {
                case TaskBody.Value:
                    value = vertex.Node.Invoke(input, context);
                    next = default;
                    break;
                case TaskBody.ValueAsync:
                    var pending = vertex.Node.InvokeAsync(input, context);
                    if (!pending.IsCompletedSuccessfully)
                    {
                        return Await(worker, pending);
                    }

                    value = pending.Result;
                    next = default;
                    break;
                case TaskBody.Next:
                    value = default!;
                    next = vertex.Node.InvokeNext(input, context);
                    break;
                default:
                    var pendingNext = vertex.Node.InvokeNextAsync(input, context);
                    if (!pendingNext.IsCompletedSuccessfully)
                    {
                        return Await(worker, pendingNext);
                    }

                    value = default!;
                    next = pendingNext.Result;
                    break;
            }
        }
        catch (Exception exception)
        {
            return AttemptFailed(worker, exception);
        }

        return vertex.Body is TaskBody.Value or TaskBody.ValueAsync ? AttemptSucceeded(worker, value) : Continue(worker, next);
    }

    private protected override TaskFailure? FirstFailure() =>
        vertex.Join is { } join && BranchVerdict.OfFailed(Frame, join.Shape) is { } verdict ? FailJoin(join, verdict) : base.FirstFailure();

    private TaskFailure FailJoin(GroupVertex<TIn> join, BranchVerdict verdict)
    {
        var place = Frame.PlaceOf(join, iteration: 0);
        Driver.Recorder?.GroupSettled(place, verdict, hasFailed: true);
        Driver.Durable?.GroupSettled(Frame, join, verdict.Succeeded.Count, verdict.Failed);
        return verdict.ToFailure(place.ToString());
    }

    private TaskDetails<TIn, TOut> Details => _details ??= new();

    private TIn ReadInput() => _details?.Iteration is { } iteration ? iteration.Value!
        : vertex.Join is { } join ? join.Assemble(new BranchReader(Frame.States, join.Shape.Branches, sideTasks: null))
        : vertex.Source < 0 ? default!
        : Frame.States[vertex.Source].Read<TIn>();

    private VertexState? Await(Worker worker, ValueTask<TOut> pending)
    {
        var awaiter = _awaiter ??= new BodyAwaiter<TOut>(BodyCompleted, attempt: null);
        awaiter.Set(pending);
        return LeaveToBody(worker, awaiter);
    }

    private VertexState? Await(Worker worker, ValueTask<Next<TOut>> pending)
    {
        var awaiter = _awaiter ??= new BodyAwaiter<TOut>(BodyCompleted, attempt: null);
        awaiter.Set(pending);
        return LeaveToBody(worker, awaiter);
    }

    // Once the body may complete, the state belongs to the thread that completes it.
    private VertexState? LeaveToBody(Worker worker, BodyAwaiter<TOut> awaiter)
    {
        worker.IsDetached = !Driver.KeepSlotForBody();
        awaiter.Register();
        return null;
    }

    private void BodyCompleted(BodyAwaiter<TOut> awaiter)
    {
        if (awaiter.Attempt is { } attempt && (!attempt.TryEndAwaited() || Driver.IsEnded))
        {
            attempt.Release();
            return;
        }

        if (Driver.IsEnded)
        {
            EndLate();
            return;
        }

        _awaiter = awaiter;
        _isAwaited = true;
        Driver.ResumeBody(this);
    }

    private VertexState? FinishAwaited(Worker worker)
    {
        Next<TOut> next;
        try
        {
            next = _awaiter!.GetResult();
        }
        catch (Exception exception)
        {
            return AttemptFailed(worker, exception);
        }

        return Continue(worker, next);
    }

    private VertexState? AttemptSucceeded(Worker worker, TOut value)
    {
        if (Driver.IsEnded)
        {
            return EndLate();
        }

        if (_details?.Attempt is not null || Driver.Durable is not null)
        {
            return Continue(worker, new Next<TOut>(value));
        }

        ExitLane();
        _attempts = 0;
        return Succeed(worker, value);
    }

    private void ExitLane()
    {
        // Whoever ends the body first gives its permit back: the body itself, or what abandons it.
        if (_permit is not null && Interlocked.Exchange(ref _permit, null) is { } lane)
        {
            Driver.Lanes!.Exit(lane);
        }
    }

    internal override void TakePermit(Lane lane) => Volatile.Write(ref _permit, lane);

    private protected override VertexState? Abandoned(Worker worker)
    {
        if (_permit is null)
        {
            return null;
        }

        ExitLane();
        return worker.Released();
    }
}
