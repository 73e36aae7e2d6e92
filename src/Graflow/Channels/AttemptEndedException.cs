namespace Graflow;

/// <summary>A task's body, abandoned or finished, still tried to act on its run: the attempt that it belongs to is over.</summary>
public sealed class AttemptEndedException : GraflowException
{
    internal AttemptEndedException(string reason)
        : base($"This attempt is over ({reason}); it can no longer act on the run. Await all work that a task starts, and observe the CancellationToken.")
    {
        Reason = reason;
    }

    /// <summary>Why the attempt is over.</summary>
    public string Reason { get; }
}
