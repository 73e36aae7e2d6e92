using System.Collections.Concurrent;

namespace Graflow.Resilience;

/// <summary>The limits and circuits of one engine, by key: shared by all its runs. Thread-safe.</summary>
internal sealed class ResilienceRegistry(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, AttemptLimit> _limits = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (CircuitBreakerOptions Options, CircuitBreaker Breaker)> _breakers = new(StringComparer.Ordinal);

    internal AttemptLimit LimitOf(LimitOptions options, string task) =>
        _limits.GetOrAdd(options.Key ?? task, static (_, state) => new AttemptLimit(state.Options, state.Time), (Options: options, Time: time));

    internal CircuitBreaker BreakerOf(CircuitBreakerOptions options, string task)
    {
        var key = options.Key ?? task;
        return _breakers.GetOrAdd(key, static (key, state) => (state.Options, new CircuitBreaker(key, state.Options, state.Time)), (Options: options, Time: time)).Breaker;
    }

    /// <exception cref="FlowDefinitionException">Another task has other numbers under the same key (GRF302).</exception>
    internal void Check(TaskOptions options, string task, string vertex)
    {
        if (options.Limit is { } limit && LimitOf(limit, task).Options is { } known && (known.Concurrency, known.PerSecond) != (limit.Concurrency, limit.PerSecond))
        {
            throw Clash(vertex, "Limit", limit.Key ?? task);
        }

        if (options.CircuitBreaker is { } breaker)
        {
            BreakerOf(breaker, task);
            var (first, _) = _breakers[breaker.Key ?? task];
            if ((first.Failures, first.Reset) != (breaker.Failures, breaker.Reset))
            {
                throw Clash(vertex, "CircuitBreaker", breaker.Key ?? task);
            }
        }
    }

    private static FlowDefinitionException Clash(string vertex, string option, string key) =>
        new($"{vertex}: this engine has a {option} with the key \"{key}\" and other numbers already. Give both the same numbers, or different keys.", "GRF302");
}
