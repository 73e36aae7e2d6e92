using System.Buffers;
using System.Threading.Tasks.Sources;
using Graflow.Fleets;
using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Engine;

/// <summary>One call of a body that a worker of the fleet runs; awaited once. Its token ends it at once, whatever the worker does.</summary>
internal sealed class QueuedTaskCall<TIn, TOut> : QueuedTask, IValueTaskSource<Next<TOut>>
{
    private const int Open = 0;
    private const int Answered = 1;
    private const int Cancelled = 2;

    private readonly TaskAttempt<TIn, TOut> _attempt;
    private readonly QueuePlace _place;
    private readonly CancellationToken _token;
    private ManualResetValueTaskSourceCore<Next<TOut>> _result;
    private CancellationTokenRegistration _cancellation;
    private int _end;

    private QueuedTaskCall(TaskAttempt<TIn, TOut> attempt, QueuePlace place, CancellationToken token) => (_attempt, _place, _token) = (attempt, place, token);

    internal override QueuedAttempt Attempt => field ??= new QueuedAttempt(_attempt.RunId, _attempt.TaskId, _attempt.Vertex.Node.Id, _attempt.Attempt)
    {
        Iteration = _attempt.Iteration,
        Handler = _attempt.Vertex.Options.Handler is var handler and not HandlerCollection.Direct ? handler : null,
        Timeout = _attempt.Vertex.Options.Timeout,
        TraceParent = _attempt.TraceParent,
    };

    internal override string Queue => _place.Queue;

    internal override int Priority => _attempt.Vertex.Priority;

    /// <summary>Hands the attempt to the queue.</summary>
    internal static ValueTask<Next<TOut>> RunAsync(TaskAttempt<TIn, TOut> attempt, QueuePlace place)
    {
        var token = attempt.CancellationToken;
        token.ThrowIfCancellationRequested();
        var call = new QueuedTaskCall<TIn, TOut>(attempt, place, token);
        var result = new ValueTask<Next<TOut>>(call, call._result.Version);
        call._cancellation = token.UnsafeRegister(static state => ((QueuedTaskCall<TIn, TOut>)state!).Cancel(), call);
        attempt.Queued = call;
        try
        {
            if (!place.Tasks.TrySubmit(call))
            {
                call.Cancel();
            }
        }
        catch
        {
            attempt.Queued = null;
            call._cancellation.Unregister();
            throw;
        }

        if (Volatile.Read(ref call._end) == Cancelled)
        {
            // The token may have fired before there was anything to withdraw.
            place.Tasks.Withdraw(call);
        }

        return result;
    }

    internal override void WriteInput(IBufferWriter<byte> request) => AttemptInput.Write(request, _attempt.Input);

    internal override void Complete(ReadOnlyMemory<byte> reply)
    {
        if (!TryEnd())
        {
            return;
        }

        Next<TOut> next;
        try
        {
            (next, var requests) = AttemptReply.Read<TIn, TOut>(reply.Span, _token);
            _attempt.TakeRequests(requests);
        }
        catch (Exception exception)
        {
            _result.SetException(exception);
            return;
        }

        _result.SetResult(next);
    }

    internal override void Fail(Exception exception)
    {
        if (TryEnd())
        {
            _result.SetException(exception);
        }
    }

    internal override void Started(string worker, int delivery, TimeSpan ago) => _attempt.StartedElsewhere(worker, delivery, ago);

    internal override void Output(OutputStream stream, string line) => _attempt.Logged(stream, line);

    internal override void Log(LogLevel level, string message) => _attempt.LogRemote(level, message);

    internal override void Progress(double fraction, string? text) => _attempt.ProgressRemote(fraction, text);

    internal override void CancelRun(string reason) => _attempt.CancelRunRemote(reason);

    Next<TOut> IValueTaskSource<Next<TOut>>.GetResult(short token) => _result.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<Next<TOut>>.GetStatus(short token) => _result.GetStatus(token);

    void IValueTaskSource<Next<TOut>>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _result.OnCompleted(continuation, state, token, flags);

    private bool TryEnd()
    {
        if (Interlocked.CompareExchange(ref _end, Answered, Open) != Open)
        {
            return false;
        }

        _cancellation.Unregister();
        return true;
    }

    private void Cancel()
    {
        if (Interlocked.CompareExchange(ref _end, Cancelled, Open) == Open)
        {
            _place.Tasks.Withdraw(this);
            _result.SetException(new OperationCanceledException(_token));
        }
    }
}
