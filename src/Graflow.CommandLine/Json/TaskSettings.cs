namespace Graflow.Json;

/// <summary>How a task runs; what is not set is absent.</summary>
internal sealed record TaskSettings(string Handler)
{
    public string? Queue { get; init; }

    public TimeSpan? Timeout { get; init; }

    public int? Priority { get; init; }

    public int? MaxAttempts { get; init; }

    public int? Concurrency { get; init; }

    public double? PerSecond { get; init; }

    public TimeSpan? Cache { get; init; }

    public int? BreaksAfter { get; init; }

    internal static TaskSettings Of(TaskOptions options) => new(options.Handler)
    {
        Queue = options.Queue,
        Timeout = options.Timeout,
        Priority = options.Priority == 0 ? null : options.Priority,
        MaxAttempts = options.Retry?.MaxAttempts,
        Concurrency = options.Limit is { Concurrency: > 0 } limit ? limit.Concurrency : null,
        PerSecond = options.Limit is { PerSecond: > 0 } rate ? rate.PerSecond : null,
        Cache = options.Cache?.Ttl,
        BreaksAfter = options.CircuitBreaker?.Failures,
    };
}
