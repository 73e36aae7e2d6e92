using System.Buffers;
using System.Threading.Tasks.Sources;
using Graflow.Channels;
using Graflow.Workers;
using Microsoft.Extensions.Logging;

namespace Graflow.Engine;

/// <summary>One call of a body that runs in a worker; awaited once.</summary>
internal sealed class RemoteTaskCall<TIn, TOut> : WorkerCall, IValueTaskSource<Next<TOut>>
{
    private readonly TaskAttempt<TIn, TOut> _attempt;
    private readonly WorkerPool _pool;
    private readonly CancellationToken _token;
    private ManualResetValueTaskSourceCore<Next<TOut>> _result;
    private CancellationTokenRegistration _cancellation;
    private ChannelServer? _channel;

    private RemoteTaskCall(TaskAttempt<TIn, TOut> attempt, WorkerPool pool, CancellationToken token) => (_attempt, _pool, _token) = (attempt, pool, token);

    internal override string TaskId => _attempt.Vertex.Node.Id;

    internal override string Assembly => _attempt.Vertex.Node.Descriptor.Assembly;

    internal override int Priority => _attempt.Vertex.Priority;

    internal override string TaskPath => _attempt.TaskId;

    internal override bool MayBeSentAhead => _attempt.Vertex.Options.Timeout is null;

    internal override AttemptHeader Header => new(_attempt.RunId, _attempt.TaskId, _attempt.Attempt, _attempt.Iteration, _attempt.TraceParent);

    internal override IChannelPort Channel => _channel ??= new ChannelServer(_attempt.Channel);

    /// <summary>Calls the body where the attempt's place is.</summary>
    internal static ValueTask<Next<TOut>> RunAsync(TaskAttempt<TIn, TOut> attempt, PoolPlace place)
    {
        var token = attempt.CancellationToken;
        token.ThrowIfCancellationRequested();
        var call = new RemoteTaskCall<TIn, TOut>(attempt, place.Pool, token);
        var result = new ValueTask<Next<TOut>>(call, call._result.Version);
        call._cancellation = token.UnsafeRegister(static state => ((RemoteTaskCall<TIn, TOut>)state!).Cancel(), call);
        place.Pool.Submit(call, place.Lease);
        return result;
    }

    internal override void WriteInput(IBufferWriter<byte> request) => AttemptInput.Write(request, _attempt.Input);

    internal override void Complete(RentedBytes reply)
    {
        _cancellation.Unregister();
        Next<TOut> next;
        try
        {
            (next, var requests) = AttemptReply.Read<TIn, TOut>(reply.Span, _token);
            _attempt.TakeRequests(requests);
        }
        catch (Exception exception)
        {
            reply.Return();
            _result.SetException(exception);
            return;
        }

        reply.Return();
        _result.SetResult(next);
    }

    internal override void Fail(Exception exception)
    {
        _cancellation.Unregister();
        _result.SetException(exception is OperationCanceledException ? new OperationCanceledException(exception.Message, exception, _token) : exception);
    }

    internal override void Output(OutputStream stream, string line) => _attempt.Logged(stream, line);

    internal override void Log(LogLevel level, string message) => _attempt.LogRemote(level, message);

    internal override void Progress(double fraction, string? text) => _attempt.ProgressRemote(fraction, text);

    internal override void CancelRun(string reason) => _attempt.CancelRunRemote(reason);

    internal override void Redelivered(int delivery, string reason) => _attempt.Redelivered(delivery, reason);

    Next<TOut> IValueTaskSource<Next<TOut>>.GetResult(short token) => _result.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<Next<TOut>>.GetStatus(short token) => _result.GetStatus(token);

    void IValueTaskSource<Next<TOut>>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _result.OnCompleted(continuation, state, token, flags);

    private void Cancel() => _pool.Cancel(this);
}
