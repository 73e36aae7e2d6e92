namespace Graflow.Logs;

/// <summary>What a journal tells of one vertex: the latest of everything.</summary>
internal sealed class VertexMemory
{
    /// <summary>The place, among the journal's records, of what the vertex takes up on a replay.</summary>
    internal int Position { get; set; } = int.MaxValue;

    /// <summary>How the vertex ended; null when it did not.</summary>
    internal VertexEnd? End { get; set; }

    /// <summary>What the vertex continued with last; null when it never did.</summary>
    internal ContinuationMemory? Continuation { get; set; }

    /// <summary>The iteration that the failed attempts belong to.</summary>
    internal int Iteration { get; set; }

    /// <summary>How many attempts of that iteration failed.</summary>
    internal int FailedAttempts { get; set; }

    /// <summary>When the next attempt is due, after a failed one.</summary>
    internal DateTimeOffset? RetryAt { get; set; }

    /// <summary>The attempt that was begun last, and how many processes died while they ran it.</summary>
    internal DeliveryMemory Delivery { get; set; }

    /// <summary>When the vertex's timer is due.</summary>
    internal DateTimeOffset? DueAt { get; set; }

    /// <summary>Whether the wait was opened.</summary>
    internal bool HasOpened { get; set; }

    /// <summary>The vertex that won the race; null while it is open.</summary>
    internal int? Winner { get; set; }

    /// <summary>Whether the vertex's time limit expired.</summary>
    internal bool HasExpired { get; set; }

    /// <summary>Whether the group failed, as its policy judged; null when that is not known.</summary>
    internal bool? Verdict { get; set; }

    /// <summary>The input that takes the place of what comes along the edge.</summary>
    internal ReadOnlyMemory<byte>? Input { get; set; }

    /// <summary>Whether what happened cannot be undone by a group that gives up on the vertex.</summary>
    internal bool IsSettled => End is not null;
}
