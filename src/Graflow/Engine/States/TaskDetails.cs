using System.Runtime.CompilerServices;
using Graflow.Fleets;

namespace Graflow.Engine;

/// <summary>What a task's state needs only when more happens to it than one call of its body; kept apart so that states of plain tasks stay small.</summary>
internal sealed class TaskDetails<TIn, TOut>
{
    /// <summary>The input of the current iteration, from the second on.</summary>
    internal StrongBox<TIn>? Iteration;

    /// <summary>The attempt under way.</summary>
    internal TaskAttempt<TIn, TOut>? Attempt;

    /// <summary>The attempt that a queue of the fleet has, until what came of it is written down.</summary>
    internal QueuedTask? Queued;

    /// <summary>That the last attempt took too long.</summary>
    internal Exception? Timeout;

    /// <summary>When the next attempt is due, where the one before it failed before a resume.</summary>
    internal DateTimeOffset? RetryAt;

    /// <summary>Whether the journal knows that the next attempt begins.</summary>
    internal bool IsAnnounced;

    /// <summary>Rings when the next attempt is due.</summary>
    internal ITimer? Backoff;

    /// <summary>What the task continued with.</summary>
    internal Frame? Child;

    /// <summary>The duty to tell others the output.</summary>
    internal CacheLease<TOut>? Lease;
}
