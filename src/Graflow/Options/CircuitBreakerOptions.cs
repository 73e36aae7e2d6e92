namespace Graflow;

/// <summary>When attempts of a task are refused after failures.</summary>
public sealed record CircuitBreakerOptions
{
    /// <summary>Failed attempts in a row that open the circuit; at least 1.</summary>
    public required int Failures { get; init; }

    /// <summary>How long the circuit stays open before one attempt is let through to try; more than zero.</summary>
    public required TimeSpan Reset { get; init; }

    /// <summary>Tasks with the same key share one circuit; null means the task's id.</summary>
    public string? Key { get; init; }
}
