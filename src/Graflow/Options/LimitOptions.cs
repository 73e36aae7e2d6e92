namespace Graflow;

/// <summary>How many attempts of a task an engine runs at once, or starts a second.</summary>
public sealed record LimitOptions
{
    /// <summary>At most so many attempts at once; 0 means unlimited.</summary>
    public int Concurrency { get; init; }

    /// <summary>At most so many attempts started a second; 0 means unlimited.</summary>
    public double PerSecond { get; init; }

    /// <summary>Tasks with the same key share one limit; null means the task's id.</summary>
    public string? Key { get; init; }
}
