namespace Graflow;

/// <summary>The run waits for a signal or for a time from now on. The end of the wait is a <see cref="TaskSucceeded"/>, <see cref="TaskFailed"/> or <see cref="TaskCancelled"/> of the same id.</summary>
public sealed class WaitStarted : TaskEvent
{
    /// <summary>The signal's name; null for a delay.</summary>
    public string? Name { get; internal init; }

    /// <summary>The key that a signal for just this wait has; null for a delay.</summary>
    public string? Key
    {
        get => field ?? (Name is null ? null : TaskId);
        internal init;
    }

    /// <summary>When the delay is over, or the wait times out; null when it does not.</summary>
    public DateTimeOffset? DueAt { get; internal init; }
}
