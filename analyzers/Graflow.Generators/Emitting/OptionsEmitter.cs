using Graflow.Generators.Models;

namespace Graflow.Generators.Emitting;

/// <summary>Writes a task's options as an object initializer.</summary>
internal static class OptionsEmitter
{
    public static string Emit(OptionsModel options)
    {
        var settings = new List<string>();
        Add(settings, "Handler", options.Handler is { } handler ? Literal.Of(handler) : null);
        Add(settings, "Queue", options.Queue is { } queue ? Literal.Of(queue) : null);
        Add(settings, "Timeout", options.Timeout is { } timeout ? Literal.Ticks(timeout) : null);
        Add(settings, "Priority", options.Priority != 0 ? Literal.Of(options.Priority) : null);
        Add(settings, "Retry", options.Retry is { } retry ? Retry(retry) : null);
        Add(settings, "Limit", options.Limit is { } limit ? Limit(limit) : null);
        Add(settings, "Cache", options.Cache is { } cache ? $"new() {{ Ttl = {Literal.Ticks(cache.Ttl)}{Key(cache.Key)} }}" : null);
        Add(settings, "CircuitBreaker", options.CircuitBreaker is { } breaker ? CircuitBreaker(breaker) : null);
        return Initializer(settings);
    }

    private static string Retry(RetryModel retry)
    {
        var settings = new List<string> { $"MaxAttempts = {Literal.Of(retry.MaxAttempts)}" };
        Add(settings, "Delay", retry.Delay != 0 ? Literal.Ticks(retry.Delay) : null);
        Add(settings, "Backoff", retry.Backoff != 0 ? $"(global::Graflow.Backoff){Literal.Of(retry.Backoff)}" : null);
        Add(settings, "MaxDelay", retry.MaxDelay is { } max ? Literal.Ticks(max) : null);
        Add(settings, "Jitter", retry.Jitter ? "true" : null);
        Add(settings, "On", retry.On.Count > 0 ? $"new string[] {{ {string.Join(", ", retry.On.Select(Literal.Of))} }}" : null);
        return Initializer(settings);
    }

    private static string Limit(LimitModel limit) =>
        $"new() {{ Concurrency = {Literal.Of(limit.Concurrency)}, PerSecond = {Literal.Of(limit.PerSecond)}{Key(limit.Key)} }}";

    private static string CircuitBreaker(CircuitBreakerModel breaker) =>
        $"new() {{ Failures = {Literal.Of(breaker.Failures)}, Reset = {Literal.Ticks(breaker.Reset)}{Key(breaker.Key)} }}";

    private static string Key(string? key) => key is null ? "" : $", Key = {Literal.Of(key)}";

    private static void Add(List<string> settings, string name, string? value)
    {
        if (value is not null)
        {
            settings.Add($"{name} = {value}");
        }
    }

    private static string Initializer(List<string> settings) => $"new() {{ {string.Join(", ", settings)} }}";
}
