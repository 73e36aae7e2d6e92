namespace Graflow;

/// <summary>Runs a task again when an attempt fails. Cancelled runs, payload errors and definition errors are never retried. A backoff holds no thread and no slot. Numbers out of range are GRF302.</summary>
/// <param name="maxAttempts">All attempts, the first one included; at least 1.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RetryAttribute(int maxAttempts) : Attribute
{
    /// <summary>All attempts, the first one included.</summary>
    public int MaxAttempts { get; } = maxAttempts;

    /// <summary>The pause before the second attempt, such as <c>00:00:01</c>; none by default.</summary>
    public string? Delay { get; set; }

    /// <summary>How the pause grows; <see cref="Graflow.Backoff.Fixed"/> by default.</summary>
    public Backoff Backoff { get; set; }

    /// <summary>The longest pause, such as <c>00:01:00</c>; not less than <see cref="Delay"/>, unlimited by default.</summary>
    public string? MaxDelay { get; set; }

    /// <summary>Whether a pause is shortened by a random part, up to all of it, so that many tasks do not come back at once; off by default.</summary>
    public bool Jitter { get; set; }

    /// <summary>The exception types worth another attempt, derived types included; all by default.</summary>
    public Type[]? On { get; set; }
}
