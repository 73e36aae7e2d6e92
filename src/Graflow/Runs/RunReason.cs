namespace Graflow;

/// <summary>One thing that keeps a run from going on, or that ended it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The same in words, and what to do about it.</param>
public sealed record RunReason(RunReasonKind Kind, string Text)
{
    /// <summary>The task or the wait; null where it is the run itself.</summary>
    public string? TaskId { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When it is over by itself; null when it is not.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
