using Graflow.Resilience;

namespace Graflow.Tests.Resilience;

/// <summary>A whole call through the cache, as a task makes it: take, wait, or run.</summary>
internal static class ResultCacheCalls
{
    internal static async ValueTask<TOut> GetOrRunAsync<TIn, TOut>(
        this ResultCache cache, string id, TIn input, TimeSpan ttl, Func<TIn, CancellationToken, ValueTask<TOut>> body, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = cache.FindOrClaim<TIn, TOut>(id, input, out var claimed);
            if (claimed)
            {
                return await RunAsync(cache, result, input, ttl, body, cancellationToken);
            }

            if (await result.Done.WaitAsync(cancellationToken))
            {
                return result.Value;
            }
        }
    }

    private static async ValueTask<TOut> RunAsync<TIn, TOut>(
        ResultCache cache, CachedResult<TOut> result, TIn input, TimeSpan ttl, Func<TIn, CancellationToken, ValueTask<TOut>> body, CancellationToken cancellationToken)
    {
        try
        {
            var value = await body(input, cancellationToken);
            cache.Complete(result, value, ttl);
            return value;
        }
        catch
        {
            cache.Abandon(result);
            throw;
        }
    }
}
