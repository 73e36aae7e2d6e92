namespace Graflow;

/// <summary>What a log tells of one run, at the moment when it was read.</summary>
public sealed record RunInfo
{
    /// <summary>The run's id.</summary>
    public required string RunId { get; init; }

    /// <summary>The workflow's name; empty where <see cref="Problem"/> says why it is not known.</summary>
    public string Workflow { get; init; } = "";

    /// <summary>Where the run is. One that has not ended only moves while <see cref="DrivenBy"/> names somebody.</summary>
    public RunStatus Status { get; init; }

    /// <summary>When it began; null where <see cref="Problem"/> says why that is not known.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended; null when it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When its log was last written to.</summary>
    public DateTimeOffset LastWriteAt { get; init; }

    /// <summary>Which process drives it, for people; null when none does: a run that has not ended then goes on when it is resumed.</summary>
    public string? DrivenBy { get; init; }

    /// <summary>The run that this one is a retry of; null for others.</summary>
    public string? Origin { get; init; }

    /// <summary>What the run failed with, or why it was cancelled; null otherwise.</summary>
    public string? Error { get; init; }

    /// <summary>How large its log is.</summary>
    public long Bytes { get; init; }

    /// <summary>Why the log cannot be read, or what was wrong with its end; null when nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the run has ended.</summary>
    public bool HasEnded => Status is RunStatus.Succeeded or RunStatus.Failed or RunStatus.Cancelled;
}
