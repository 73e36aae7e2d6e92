namespace Graflow.Engine;

/// <summary>What stands around one attempt, outermost first: limit, circuit breaker, the slot of a worker, timeout, handler. A retry is a new attempt and passes through all of it again.</summary>
internal static class AttemptPipeline
{
    internal static ValueTask<Next<TOut>> RunAsync<TIn, TOut>(TaskAttempt<TIn, TOut> attempt)
    {
        try
        {
            return attempt.Vertex.IsBare ? TaskCall<TIn, TOut>.InvokeBodyAsync(attempt) : GuardedAsync(attempt);
        }
        catch (Exception exception)
        {
            return ValueTask.FromException<Next<TOut>>(exception);
        }
    }

    private static async ValueTask<Next<TOut>> GuardedAsync<TIn, TOut>(TaskAttempt<TIn, TOut> attempt)
    {
        await attempt.EnterGuardAsync().ConfigureAwait(false);
        await attempt.EnterPlaceAsync().ConfigureAwait(false);
        using var place = attempt.Place;
        using var timer = attempt.StartTimeout();
        return await HandledAsync(attempt).ConfigureAwait(false);
    }

    private static async ValueTask<Next<TOut>> HandledAsync<TIn, TOut>(TaskAttempt<TIn, TOut> attempt)
    {
        var name = attempt.Vertex.Options.Handler;
        if (!attempt.Scope.Engine.Handlers.TryGet(name, out var handler))
        {
            return await TaskCall<TIn, TOut>.InvokeBodyAsync(attempt).ConfigureAwait(false);
        }

        var call = new TaskCall<TIn, TOut>(attempt);
        await handler.ExecuteAsync(call, attempt, attempt.CancellationToken).ConfigureAwait(false);
        return call.HasResult ? call.Result : throw new InvalidOperationException($"{attempt.TaskId}: the handler \"{name}\" ended without calling TaskCall.InvokeAsync, so that the task has no output.");
    }
}
