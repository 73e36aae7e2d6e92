using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary>A task in a run: one attempt after the other, one iteration after the other, until there is a value or a failure.</summary>
internal sealed partial class TaskState<TIn, TOut>(Frame frame, TaskVertex<TIn, TOut> vertex)
    : VertexState<TOut>(frame, vertex), IFrameOwner, IContinuation
{
    private TIn _iterationInput = default!;
    private BodyAwaiter<TOut>? _awaiter;
    private int _iteration;
    private int _attempts;
    private bool _hasIterationInput;
    private bool _isAwaited;

    internal override VertexPlace Place => Frame.PlaceOf(Vertex, _iteration);

    internal TaskVertex<TIn, TOut> TaskVertex => vertex;

    internal int Iteration => _iteration;

    internal RunScope Scope => Driver.Scope;

    internal override void Reset()
    {
        base.Reset();
        _iterationInput = default!;
        _iteration = 0;
        _attempts = 0;
        _hasIterationInput = false;
        _isAwaited = false;
        _attempt = null;
        _lease = null;
        _awaiter = null;
        _child = null;
    }

    private protected override VertexState? Run(Worker worker)
    {
        if (_isAwaited)
        {
            _isAwaited = false;
            return FinishAwaited(worker);
        }

        if (MayBeCached)
        {
            return RunCached(worker, vertex.Options.Cache!);
        }

        _attempts++;
        return vertex.IsBare && !Frame.IsInterruptible && !Driver.IsObserved ? RunBare(worker) : RunAttempt(worker);
    }

    /// <summary>Nothing watches or surrounds the body: call it, and settle at once if it ended at once.</summary>
    private VertexState? RunBare(Worker worker)
    {
        TOut value;
        try
        {
            var input = ReadInput();
            var context = vertex.NeedsContext ? BeginAttempt(input) : null!;
            switch (vertex.Body)
            {
                case TaskBody.Value:
                    value = vertex.Node.Invoke(input, context);
                    break;
                case TaskBody.ValueAsync:
                    var pending = vertex.Node.InvokeAsync(input, context);
                    if (!pending.IsCompletedSuccessfully)
                    {
                        return Await(worker, pending);
                    }

                    value = pending.Result;
                    break;
                case TaskBody.Next:
                    return Continue(worker, vertex.Node.InvokeNext(input, context));
                default:
                    var pendingNext = vertex.Node.InvokeNextAsync(input, context);
                    return pendingNext.IsCompletedSuccessfully ? Continue(worker, pendingNext.Result) : Await(worker, pendingNext);
            }
        }
        catch (Exception exception)
        {
            return AttemptFailed(worker, exception);
        }

        return AttemptSucceeded(worker, value);
    }

    private TIn ReadInput() => _hasIterationInput ? _iterationInput
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
        if (awaiter.Attempt is { } attempt && !attempt.TryEndAwaited())
        {
            attempt.Release();
            return;
        }

        if (Driver.IsEnded)
        {
            _attempt?.Close(AttemptEnd.Cancelled);
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
        if (_attempt is not null)
        {
            return Continue(worker, new Next<TOut>(value));
        }

        ExitLane();
        _attempts = 0;
        return Succeed(worker, value);
    }

    private void ExitLane()
    {
        if (Frame.LaneOf(vertex) is { } lane)
        {
            Driver.Lanes!.Exit(lane);
        }
    }
}
