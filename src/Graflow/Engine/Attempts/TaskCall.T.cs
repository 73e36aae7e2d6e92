using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary>One attempt as a handler sees it, typed.</summary>
internal sealed class TaskCall<TIn, TOut>(TaskAttempt<TIn, TOut> attempt) : TaskCall
{
    private Next<TOut> _result;

    public override string TaskId => attempt.Vertex.Node.Id;

    public override TaskOptions Options => attempt.Vertex.Node.Options;

    public override object? Input => attempt.Input;

    public override object? Output => _result.Kind == NextKind.Done ? _result.Value : null;

    internal bool HasResult { get; private set; }

    internal Next<TOut> Result => _result;

    public override async ValueTask InvokeAsync(TaskContext context, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        attempt.BeginBody(ct);
        _result = await InvokeBodyAsync(attempt).ConfigureAwait(false);
        HasResult = true;
    }

    /// <summary>Calls the body, whichever shape it has.</summary>
    internal static ValueTask<Next<TOut>> InvokeBodyAsync(TaskAttempt<TIn, TOut> attempt)
    {
        if (attempt.Place is { } place)
        {
            return place is QueuePlace queue ? QueuedTaskCall<TIn, TOut>.RunAsync(attempt, queue) : RemoteTaskCall<TIn, TOut>.RunAsync(attempt, (PoolPlace)place);
        }

        var node = attempt.Vertex.Node;
        return attempt.Vertex.Body switch
        {
            TaskBody.Value => new(new Next<TOut>(node.Invoke(attempt.Input, attempt))),
            TaskBody.ValueAsync => Wrap(node.InvokeAsync(attempt.Input, attempt)),
            TaskBody.Next => new(node.InvokeNext(attempt.Input, attempt)),
            _ => node.InvokeNextAsync(attempt.Input, attempt),
        };
    }

    private static async ValueTask<Next<TOut>> Wrap(ValueTask<TOut> pending) => new(await pending.ConfigureAwait(false));
}
