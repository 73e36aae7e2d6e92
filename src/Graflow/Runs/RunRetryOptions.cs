namespace Graflow;

/// <summary>How a run is tried again from one of its tasks.</summary>
public sealed record RunRetryOptions
{
    internal static RunRetryOptions Default { get; } = new();

    /// <summary>The new run's id, not empty; null makes a new one.</summary>
    public string? RunId { get; init; }

    /// <summary>What the task gets instead of its own input, of just the type that it takes; null leaves it.</summary>
    public object? Input { get; init; }
}
