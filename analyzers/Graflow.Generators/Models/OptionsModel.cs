namespace Graflow.Generators.Models;

/// <summary>What a task's attributes say about how it runs; null and 0 mean that they are silent.</summary>
internal sealed record OptionsModel
{
    public static OptionsModel Default { get; } = new();

    public string? Handler { get; init; }

    public string? Queue { get; init; }

    public long? Timeout { get; init; }

    public int Priority { get; init; }

    public RetryModel? Retry { get; init; }

    public LimitModel? Limit { get; init; }

    public CacheModel? Cache { get; init; }

    public CircuitBreakerModel? CircuitBreaker { get; init; }
}
