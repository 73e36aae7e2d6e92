using System.Buffers;
using Graflow.CompilerServices;

namespace Graflow.Workers;

/// <summary>A task as a worker runs it, typed.</summary>
internal sealed class ServedTask<TIn, TOut>(TaskNode<TIn, TOut> node) : ServedTask
{
    internal override async ValueTask RunAsync(ServedWork work, ReadOnlyMemory<byte> input, IBufferWriter<byte> reply, CancellationToken cancellationToken)
    {
        ServedAttempt<TIn>? attempt = null;
        try
        {
            var value = AttemptInput.Read<TIn>(input.Span, work.Header.TaskPath);
            var needsContext = work.Handler is not null || node.Descriptor.Injection != TaskInjection.None;
            attempt = needsContext ? new ServedAttempt<TIn>(work.Header, work.Port, work.Services, cancellationToken) : null;
            var next = work.Handler is null
                ? await InvokeAsync(value, attempt!).ConfigureAwait(false)
                : await HandleAsync(work, value, attempt!, cancellationToken).ConfigureAwait(false);
            AttemptReply.Write(reply, next, attempt?.Close());
        }
        catch (Exception exception)
        {
            attempt?.Close();
            AttemptReply.WriteFailure(reply, exception, isCancelled: exception is OperationCanceledException && cancellationToken.IsCancellationRequested);
        }

        if (attempt is not null)
        {
            await attempt.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Calls the body, whichever shape it has.</summary>
    internal ValueTask<Next<TOut>> InvokeAsync(TIn input, ServedAttempt<TIn> attempt) => node.Descriptor.Body switch
    {
        TaskBody.Value => new(new Next<TOut>(node.Invoke(input, attempt))),
        TaskBody.ValueAsync => Wrap(node.InvokeAsync(input, attempt)),
        TaskBody.Next => new(node.InvokeNext(input, attempt)),
        _ => node.InvokeNextAsync(input, attempt),
    };

    private async ValueTask<Next<TOut>> HandleAsync(ServedWork work, TIn input, ServedAttempt<TIn> attempt, CancellationToken cancellationToken)
    {
        var options = work.Options ?? node.Options;
        var call = new ServedTaskCall<TIn, TOut>(this, attempt, input, (node.Id, options));
        await work.Handler!.ExecuteAsync(call, attempt, cancellationToken).ConfigureAwait(false);
        return call.HasResult ? call.Result : throw TaskCall.NotInvoked(work.Header.TaskPath, options.Handler);
    }

    private static ValueTask<Next<TOut>> Wrap(ValueTask<TOut> pending)
    {
        return pending.IsCompletedSuccessfully ? new(new Next<TOut>(pending.Result)) : Await(pending);

        static async ValueTask<Next<TOut>> Await(ValueTask<TOut> pending) => new(await pending.ConfigureAwait(false));
    }
}
