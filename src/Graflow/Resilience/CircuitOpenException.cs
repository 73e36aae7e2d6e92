namespace Graflow;

/// <summary>An attempt was refused because those before it failed, see <see cref="CircuitBreakerOptions"/>; the body did not run.</summary>
public sealed class CircuitOpenException : GraflowException
{
    internal CircuitOpenException(string key, int failures, DateTimeOffset retryAt)
        : base($"The circuit '{key}' is open after {failures} failed attempts in a row; it lets one attempt through to try at {retryAt:O}. Look at the failures before this one, or retry later than that.")
    {
        Key = key;
        Failures = failures;
        RetryAt = retryAt;
    }

    /// <summary>The circuit: the task's id, or the key that several tasks share.</summary>
    public string Key { get; }

    /// <summary>How many attempts failed in a row.</summary>
    public int Failures { get; }

    /// <summary>When the circuit lets one attempt through to try; in the past while that attempt is under way.</summary>
    public DateTimeOffset RetryAt { get; }
}
