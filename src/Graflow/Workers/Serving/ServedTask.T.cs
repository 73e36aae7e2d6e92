using System.Buffers;
using Graflow.CompilerServices;

namespace Graflow.Workers;

/// <summary>A task as a worker runs it, typed.</summary>
internal sealed class ServedTask<TIn, TOut>(TaskNode<TIn, TOut> node) : ServedTask
{
    internal override async ValueTask RunAsync(
        AttemptHeader header, ReadOnlyMemory<byte> input, IAttemptPort port, WorkflowEngineOptions services, IBufferWriter<byte> reply, CancellationToken cancellationToken)
    {
        ServedAttempt<TIn>? attempt = null;
        try
        {
            var value = AttemptInput.Read<TIn>(input.Span, header.TaskPath);
            attempt = node.Descriptor.Injection == TaskInjection.None ? null : new ServedAttempt<TIn>(header, port, services.Services, cancellationToken);
            var next = await InvokeAsync(value, attempt!).ConfigureAwait(false);
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

    private ValueTask<Next<TOut>> InvokeAsync(TIn input, ServedAttempt<TIn> attempt) => node.Descriptor.Body switch
    {
        TaskBody.Value => new(new Next<TOut>(node.Invoke(input, attempt))),
        TaskBody.ValueAsync => Wrap(node.InvokeAsync(input, attempt)),
        TaskBody.Next => new(node.InvokeNext(input, attempt)),
        _ => node.InvokeNextAsync(input, attempt),
    };

    private static ValueTask<Next<TOut>> Wrap(ValueTask<TOut> pending)
    {
        return pending.IsCompletedSuccessfully ? new(new Next<TOut>(pending.Result)) : Await(pending);

        static async ValueTask<Next<TOut>> Await(ValueTask<TOut> pending) => new(await pending.ConfigureAwait(false));
    }
}
