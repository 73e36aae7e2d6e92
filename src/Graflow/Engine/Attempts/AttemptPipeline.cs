namespace Graflow.Engine;

/// <summary>What stands around one attempt, outermost first: limit, circuit breaker, the slot of a worker or its queue, timeout, handler. A retry is a new attempt and passes through all of it again.</summary>
internal static class AttemptPipeline
{
    internal static ValueTask<Next<TOut>> RunAsync<TIn, TOut>(TaskAttempt<TIn, TOut> attempt)
    {
        try
        {
            return attempt.CommitsWrites ? CommittedAsync(attempt)
                : attempt.Vertex.IsBare ? TaskCall<TIn, TOut>.InvokeBodyAsync(attempt)
                : GuardedAsync(attempt);
        }
        catch (Exception exception)
        {
            return ValueTask.FromException<Next<TOut>>(exception);
        }
    }

    // What the body recorded for a channel that outlives this process is there before the record of its success is.
    private static async ValueTask<Next<TOut>> CommittedAsync<TIn, TOut>(TaskAttempt<TIn, TOut> attempt)
    {
        var next = attempt.Vertex.IsBare
            ? await TaskCall<TIn, TOut>.InvokeBodyAsync(attempt).ConfigureAwait(false)
            : await GuardedAsync(attempt).ConfigureAwait(false);
        await attempt.CommitWritesAsync(next).ConfigureAwait(false);
        return next;
    }

    private static async ValueTask<Next<TOut>> GuardedAsync<TIn, TOut>(TaskAttempt<TIn, TOut> attempt)
    {
        await attempt.EnterGuardAsync().ConfigureAwait(false);
        if (attempt.Place is QueuePlace)
        {
            // Its worker sees to the timeout and the handler: the clock starts with the body.
            return await TaskCall<TIn, TOut>.InvokeBodyAsync(attempt).ConfigureAwait(false);
        }

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
        return call.HasResult ? call.Result : throw TaskCall.NotInvoked(attempt.TaskId, name);
    }
}
