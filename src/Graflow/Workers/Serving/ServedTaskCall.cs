namespace Graflow.Workers;

/// <summary>One attempt as a handler of a worker sees it, typed.</summary>
/// <param name="task">The task.</param>
/// <param name="attempt">The attempt.</param>
/// <param name="input">Its input.</param>
/// <param name="known">The task's id and the options in force.</param>
internal sealed class ServedTaskCall<TIn, TOut>(ServedTask<TIn, TOut> task, ServedAttempt<TIn> attempt, TIn input, (string Id, TaskOptions Options) known) : TaskCall
{
    private Next<TOut> _result;

    public override string TaskId => known.Id;

    public override TaskOptions Options => known.Options;

    public override object? Input => input;

    public override object? Output => _result.Kind == NextKind.Done ? _result.Value : null;

    internal bool HasResult { get; private set; }

    internal Next<TOut> Result => _result;

    public override async ValueTask InvokeAsync(TaskContext context, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        attempt.BeginBody(ct);
        _result = await task.InvokeAsync(input, attempt).ConfigureAwait(false);
        HasResult = true;
    }
}
