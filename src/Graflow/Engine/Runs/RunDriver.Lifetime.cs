using System.Diagnostics.CodeAnalysis;
using Graflow.Resilience;

namespace Graflow.Engine;

internal sealed partial class RunDriver
{
    private readonly Lock _tokenLock = new();
    private RunScope _scope = null!;
    private RunCompletion _completion = null!;
    private ExecutionContext? _callerContext;
    private CancellationTokenSource? _cancellation;
    private Frame? _root;
    private long _steps;
    private int _ending;
    private bool _isClean;

    Frame? IFrameOwner.OuterFrame => null;

    Lane? IFrameOwner.OuterLane => null;

    Execution IFrameOwner.OuterExecution => _scope.Execution;

    /// <summary>What the run knows besides its flow: engine, options, id, channel.</summary>
    internal RunScope Scope => _scope;

    /// <summary>Who wants to hear of every step; null when nobody does.</summary>
    internal RunRecorder? Recorder { get; private set; }

    /// <summary>Whether even a body that asks for nothing is an attempt: spans and measurements are wanted, or the run's channel is not in this process.</summary>
    internal bool SurroundsBodies { get; private set; }

    /// <summary>Ready vertices in order, where the execution or a priority asks for an order.</summary>
    internal OrderedReadyQueue? Ordered { get; private set; }

    /// <summary>Permits of the flow's own limits; null where it has none.</summary>
    internal LaneScheduler? Lanes { get; private set; }

    /// <summary>Fires when the run ends before its bodies do.</summary>
    internal CancellationToken CancellationToken
    {
        get
        {
            lock (_tokenLock)
            {
                _cancellation ??= _isEnded && _ending == EndedEarly ? new CancellationTokenSource(TimeSpan.Zero) : new CancellationTokenSource();
                return _cancellation.Token;
            }
        }
    }

    internal Frame Root => _root!;

    private const int NotEnding = 0;
    private const int EndedByFlow = 1;
    private const int EndedEarly = 2;

    internal void Prepare(FlowPlan plan, RunScope scope, RunCompletion completion)
    {
        _scope = scope;
        scope.Driver = this;
        _completion = completion;
        _callerContext = ExecutionContext.Capture();
        _isClean = true;
        _steps = 0;
        _ending = NotEnding;
        Recorder = scope.Recorder;
        Durable = scope.Durable;
        SurroundsBodies = scope.Telemetry is not null || scope.Durable is { StoredChannel: not null };
        Limit = scope.Execution.Limit;
        Ordered = scope.Execution is DirectExecution || plan.HasPriorities ? Ordered ?? new OrderedReadyQueue() : null;
        Lanes = null;
        _root = plan.Frames.Rent(this, this, index: 0);
        _isEnded = false;
        Volatile.Write(ref _active, 0);
    }

    /// <summary>Starts the run on the calling thread; returns when this thread has nothing more to do for it.</summary>
    internal void Begin<TIn>(TIn input)
    {
        ((IInput<TIn>)_root!.States[0]).Set(input);
        Resume(_root.States[0]);
    }

    VertexState? IFrameOwner.FrameEnded(Worker worker, Frame frame)
    {
        if (Interlocked.CompareExchange(ref _ending, EndedByFlow, NotEnding) == NotEnding)
        {
            _completion.Capture(frame);
            _scope.End(_completion);
            worker.Completion = _completion;
            _isEnded = true;
        }

        return null;
    }

    FramePlace IFrameOwner.PlaceOf(Frame frame) => FramePlace.Run;

    /// <summary>Ends the run now, whatever its bodies do: they are told by their token and abandoned.</summary>
    /// <returns>Whether this call ended it; false when it had ended already.</returns>
    internal bool TryEndEarly(Exception reason)
    {
        if (Interlocked.CompareExchange(ref _ending, EndedEarly, NotEnding) != NotEnding)
        {
            return false;
        }

        _isClean = false;
        var completion = _completion;
        completion.Capture(reason);
        _scope.End(completion);
        _isEnded = true;
        CancelBodies();
        ThreadPool.UnsafeQueueUserWorkItem(static completion => completion.Publish(), completion, preferLocal: false);
        return true;
    }

    /// <summary>Code of the user that the engine calls between bodies threw: a list, a clock, a source of jitter. The run ends with that, not the process; so it does when its journal fails.</summary>
    internal void Break(VertexState? vertex, Exception exception) =>
        TryEndEarly(exception as RunLogException ?? Durable?.ReplayFailure(vertex, exception) ?? (Exception)new TaskFailedException(new TaskFailure(vertex?.Path ?? _scope.RunId, attempts: 0, exception)));

    /// <summary>A part of the flow has a limit of its own.</summary>
    internal Lane AddLane(Lane? parent, int limit)
    {
        if (Lanes is null)
        {
            lock (_tokenLock)
            {
                Lanes ??= new LaneScheduler();
            }
        }

        return new Lane(parent, limit);
    }

    /// <summary>Gives a frame inside the run back to its plan, unless something in it may still be running or be asked for.</summary>
    internal void Recycle(Frame frame)
    {
        // What a group or a time limit may cancel is never used again: whoever cancels may hold on to it for a moment longer.
        if (_isClean && !_scope.KeepsResults && !frame.IsInterruptible)
        {
            frame.Plan.Frames.Return(frame);
        }
    }

    /// <summary>Something was taken out of the run while it may still be running: its frames cannot be used again.</summary>
    internal void MarkUnclean() => _isClean = false;

    /// <summary>Counts a continuation or a side task; the run ends when there are too many.</summary>
    internal bool TryStep(VertexState vertex)
    {
        var limit = _scope.Options.MaxSteps;
        if (Interlocked.Increment(ref _steps) <= limit)
        {
            return true;
        }

        TryEndEarly(new MaxStepsExceededException(vertex.Path, limit));
        return false;
    }

    /// <summary>Cancels the run when a token fires, fails it when its time is over.</summary>
    internal void Watch(TimeSpan? deadline, CancellationToken ct)
    {
        if (deadline is { } limit)
        {
            var left = limit < TimeSpan.Zero ? TimeSpan.Zero : limit;
            var timer = LongTimer.Start(_scope.Time, static state => ((RunDriver)state!).MissDeadline(), this, left);
            _completion.DisposeWhenDone(timer);
        }

        if (ct.CanBeCanceled)
        {
            _completion.DisposeWhenDone(ct.UnsafeRegister(static (state, token) => ((RunDriver)state!).Cancel("the caller's token fired.", token), this));
        }
    }

    /// <summary>Fails a run that is over its deadline, before anything of it runs again.</summary>
    /// <param name="elapsed">How long ago it was started.</param>
    /// <returns>Whether it was.</returns>
    internal bool EndIfLate(TimeSpan elapsed) => elapsed >= _scope.Options.Deadline && TryEndEarly(new RunDeadlineException(_scope.RunId, _scope.Options.Deadline!.Value));

    /// <summary>Ends the run as cancelled.</summary>
    internal bool Cancel(string reason, CancellationToken token = default) =>
        TryEndEarly(new RunCancelledException(_scope.RunId, reason, token));

    private void MissDeadline() => TryEndEarly(new RunDeadlineException(_scope.RunId, _scope.Options.Deadline!.Value));

    private void CancelBodies()
    {
        CancellationTokenSource? source;
        lock (_tokenLock)
        {
            source = _cancellation;
        }

        // Callbacks of user code run inside Cancel: on a pool thread, so that none of them holds up the run's end.
        if (source is not null)
        {
            BodyCancellation.Fire(source, _scope.Logger);
        }
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "Frames and drivers go back to their pools.")]
    private void Finish()
    {
        if (!_scope.IsPooled || !_isClean || Interlocked.Exchange(ref _root, null) is not { } root)
        {
            return;
        }

        root.Plan.Frames.Return(root);
        _cancellation = null;
        _callerContext = null;
        var engine = _scope.Engine;
        _scope = null!;
        _completion = null!;
        engine.Drivers.Return(this);
    }
}
