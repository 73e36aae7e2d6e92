namespace Graflow;

/// <summary>How long a task's outputs are reused for equal inputs.</summary>
public sealed record CacheOptions
{
    /// <summary>How long an output is reused; more than zero.</summary>
    public required TimeSpan Ttl { get; init; }

    /// <summary>Tasks with the same key and the same types share one cache; null means the task's id.</summary>
    public string? Key { get; init; }
}
