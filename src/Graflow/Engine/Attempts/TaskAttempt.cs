using System.Diagnostics;
using Graflow.Fleets;
using Graflow.Resilience;
using Graflow.Telemetry;
using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Engine;

/// <summary>One attempt of a task: what its body sees of the run, and who may end it. Exists only where the body, or something around it, needs it.</summary>
internal sealed partial class TaskAttempt<TIn, TOut> : AttemptContext<TIn>, IAbandonable
{
    private const int Executing = 0;
    private const int Awaited = 1;
    private const int Ended = 2;

    private readonly TaskState<TIn, TOut> _state;
    private readonly RunScope _scope;
    private readonly RunDriver _driver;
    private readonly int _iteration;
    private readonly VertexPlace _place;
    private CancellationTokenSource? _cancellation;
    private string? _taskId;
    private int _phase;
    private bool _isAbandoned;
    private AttemptGuard? _guard;
    private AttemptTelemetry? _telemetry;
    private CancellationTokenRegistration _runEnd;

    internal TaskAttempt(TaskState<TIn, TOut> state, int attempt, TIn input)
    {
        _state = state;
        _driver = state.Frame.Driver;
        _scope = state.Scope;
        _iteration = state.Iteration;
        _place = state.Place;
        Attempt = attempt;
        Input = input;
        Place = state.FindPlace();
    }

    public override string RunId => _scope.RunId;

    public override string TaskId => _taskId ??= _place.ToString();

    public override int Attempt { get; }

    public override int Iteration => _iteration;

    public override CancellationToken CancellationToken
    {
        get
        {
            lock (Gate)
            {
                if (IsClosed && _cancellation is null)
                {
                    return new CancellationToken(canceled: true);
                }

                if (BodyToken is { } token)
                {
                    return token;
                }

                if (!CanBeCancelledAlone)
                {
                    return _driver.CancellationToken;
                }

                _cancellation ??= CancellationTokenSource.CreateLinkedTokenSource(_driver.CancellationToken);
                if (_phase == Ended && !_cancellation.IsCancellationRequested)
                {
                    _cancellation.Cancel();
                }

                return _cancellation.Token;
            }
        }
    }

    public override ILogger Logger => field ??= new TaskLogger(_scope.Engine.TaskLogger, this);

    internal TIn Input { get; }

    internal TaskVertex<TIn, TOut> Vertex => _state.TaskVertex;

    internal RunScope Scope => _scope;

    /// <summary>Where the body runs outside this process; null for here.</summary>
    internal BodyPlace? Place { get; }

    /// <summary>The call that a queue of the fleet has; null for none.</summary>
    internal QueuedTask? Queued { get; set; }

    /// <summary>Whether what the body records is to be in a channel that outlives this process before its success is written down. A worker of the fleet does so itself.</summary>
    internal bool CommitsWrites => (Vertex.NeedsContext || !Vertex.IsBare) && Place is not QueuePlace && _scope.Durable is { StoredChannel: not null };

    /// <summary>The attempt's span, as other processes are told of it; null while nobody traces.</summary>
    internal string? TraceParent => _telemetry?.TraceParent;

    private protected override bool IsOver => IsClosed || _driver.IsEnded;

    private protected override IServiceProvider? ServiceProvider => _scope.Engine.Services;

    private protected override IChannel RunChannel => _scope.Channel.Open;

    private bool CanBeCancelledAlone => _state.Frame.IsInterruptible || Vertex.Options.Timeout is not null;

    /// <summary>The body ended while its first thread was still in it.</summary>
    internal bool TryEnd() => Interlocked.CompareExchange(ref _phase, Ended, Executing) == Executing;

    /// <summary>The body goes on without its first thread.</summary>
    internal bool TrySuspend() => Interlocked.CompareExchange(ref _phase, Awaited, Executing) == Executing;

    /// <summary>The awaited body ended. An attempt that nothing can interrupt is never marked as awaited.</summary>
    public bool TryEndAwaited() => Interlocked.Exchange(ref _phase, Ended) != Ended;

    /// <summary>Ends the attempt from outside: its effects are fenced and its token fires.</summary>
    internal bool TryAbandon()
    {
        if (Interlocked.Exchange(ref _phase, Ended) == Ended)
        {
            return false;
        }

        _isAbandoned = true;
        Fence();
        Place?.Dispose();
        return true;
    }

    /// <summary>Runs the body and all that stands around it; the attempt's span is current only inside.</summary>
    internal ValueTask<Next<TOut>> RunAsync()
    {
        if (_scope.Telemetry is not { } telemetry)
        {
            return AttemptPipeline.RunAsync(this);
        }

        var outer = Activity.Current;
        _telemetry = telemetry.StartAttempt(_state, Vertex.Node.Id, Attempt);
        var pending = AttemptPipeline.RunAsync(this);
        Activity.Current = outer;
        return pending;
    }

    /// <summary>Waits for the limit and asks the circuit that the task's options name.</summary>
    internal ValueTask EnterGuardAsync()
    {
        var (options, registry) = (Vertex.Options, _scope.Engine.Resilience);
        if (options is { Limit: null, CircuitBreaker: null })
        {
            return default;
        }

        _guard = new AttemptGuard(
            options.Limit is { } limit ? registry.LimitOf(limit, Vertex.Node.Id) : null,
            options.CircuitBreaker is { } breaker ? registry.BreakerOf(breaker, Vertex.Node.Id) : null);
        _runEnd = _driver.CancellationToken.UnsafeRegister(static guard => ((AttemptGuard)guard!).Exit(AttemptEnd.Cancelled), _guard);
        return _guard.EnterAsync(CancellationToken);
    }

    /// <summary>Waits for the slots that must be there before the clock starts.</summary>
    internal ValueTask EnterPlaceAsync() =>
        Place is null ? default : Place.EnterAsync(Vertex.Priority, Vertex.Options.Timeout is not null, CancellationToken);

    internal IDisposable? StartTimeout() => Vertex.Options.Timeout is { } limit
        ? LongTimer.Start(_scope.Time, static state => ((TaskAttempt<TIn, TOut>)state!).TimeOut(), this, limit)
        : null;

    private void TimeOut() => _state.TimeOut(this, Vertex.Options.Timeout!.Value);

    /// <summary>Fires the attempt's token, on a pool thread: callbacks of user code run inside.</summary>
    internal void Cancel()
    {
        Exit(AttemptEnd.Cancelled);
        CancellationTokenSource? source;
        lock (Gate)
        {
            source = _cancellation;
        }

        if (source is not null)
        {
            BodyCancellation.Fire(source, _scope.Logger);
        }
    }

    /// <summary>The attempt is over, well or not: whatever the body still holds of it has no effect any more.</summary>
    /// <param name="end">How it ended.</param>
    /// <param name="error">Why it failed.</param>
    internal void Close(AttemptEnd end, Exception? error = null)
    {
        Fence();
        Exit(end, error);
        if (!_isAbandoned)
        {
            Release();
        }
    }

    /// <inheritdoc/>
    public void Release()
    {
        // The run's token, which would do so too, may not have fired yet.
        Exit(AttemptEnd.Cancelled);
        _runEnd.Dispose();
        Disposal.Dispose(ServiceScope, _scope.Logger);
        if (!_isAbandoned)
        {
            // An abandoned attempt's source may be about to fire.
            _cancellation?.Dispose();
        }
    }

    /// <summary>Gives back what the attempt holds of the engine's limits and circuits.</summary>
    internal void Exit(AttemptEnd end, Exception? error = null)
    {
        _guard?.Exit(end);
        _telemetry?.End(end, error);
    }

    private protected override void TellProgress(double fraction, string? text) => _driver.Recorder?.Progressed(_state, fraction, text);

    private protected override void EndRun(string reason) =>
        _driver.TryEndEarly(new RunCancelledException(RunId, $"{TaskId}: {reason}", _driver.CancellationToken));
}
