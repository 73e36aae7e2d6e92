namespace Graflow;

/// <summary>When and how a failed attempt is repeated. The budget belongs to one execution of the task: each iteration and each run has its own.</summary>
public sealed record RetryOptions
{
    /// <summary>All attempts, the first one included; at least 1.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>The pause before the second attempt; none by default.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How the pause grows.</summary>
    public Backoff Backoff { get; init; }

    /// <summary>The longest pause; null means unlimited.</summary>
    public TimeSpan? MaxDelay { get; init; }

    /// <summary>Whether a pause is shortened by a random part, up to all of it.</summary>
    public bool Jitter { get; init; }

    /// <summary>Full names of the exception types worth another attempt, such as <c>System.IO.IOException</c>; types derived from them count too; empty means all.</summary>
    public IReadOnlyList<string> On { get; init; } = [];

    /// <summary>Whether both say the same; the lists of exceptions are compared by their elements.</summary>
    public bool Equals(RetryOptions? other) =>
        other is not null
        && (MaxAttempts, Delay, Backoff, MaxDelay, Jitter) == (other.MaxAttempts, other.Delay, other.Backoff, other.MaxDelay, other.Jitter)
        && On.SequenceEqual(other.On);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MaxAttempts, Delay, Backoff, MaxDelay, Jitter, On.Count);
}
