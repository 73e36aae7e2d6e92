namespace Graflow.Tree;

/// <summary>One row of a run's tree: a task, with all its elements, iterations and side tasks counted together; or the name of an instance, which only has rows below it.</summary>
internal sealed class TaskRow(string path, TaskRow? parent)
{
    private readonly List<TaskRow> _children = [];

    /// <summary>The path without numbers, such as <c>eu/Orders.Fetch</c>.</summary>
    internal string Path { get; } = path;

    internal string Name { get; } = path[(parent is null ? 0 : parent.Path.Length + 1)..];

    internal int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    internal IReadOnlyList<TaskRow> Children => _children;

    internal int Running { get; set; }

    internal int Waiting { get; set; }

    /// <summary>How many wait for a signal or for a time.</summary>
    internal int Parked { get; set; }

    /// <summary>The signal that is waited for; null for a time.</summary>
    internal string? WaitsFor { get; set; }

    /// <summary>When the wait is over at the latest; null when it has no end.</summary>
    internal DateTimeOffset? DueAt { get; set; }

    /// <summary>What is waited for, in words.</summary>
    internal string Expectation => (WaitsFor is { } name ? $"signal {name}" : "") + (DueAt is { } due ? $"{(WaitsFor is null ? "" : ", ")}until {Wording.Of(due)}" : "");

    internal int Continued { get; set; }

    internal int Succeeded { get; set; }

    internal int Failed { get; set; }

    internal int Skipped { get; set; }

    internal int Cancelled { get; set; }

    /// <summary>Whether the row stands for the elements of a map.</summary>
    internal bool IsRepeated { get; set; }

    /// <summary>How many elements are known to come, of all maps together.</summary>
    internal int Elements { get; set; }

    /// <summary>How many maps have begun and not ended.</summary>
    internal int OpenMaps { get; set; }

    /// <summary>The highest attempt, iteration, and share of the last body that told how far it is.</summary>
    internal int Attempt { get; set; }

    internal int Iteration { get; set; }

    internal double? Fraction { get; set; }

    internal string? Text { get; set; }

    internal TaskFailure? Failure { get; set; }

    internal DateTimeOffset? StartedAt { get; set; }

    internal DateTimeOffset? EndedAt { get; set; }

    internal int Settled => Succeeded + Failed + Skipped + Cancelled;

    /// <summary>Whether a task stands here at all.</summary>
    internal bool IsTask { get; set; }

    internal TaskState State => this switch
    {
        { Running: > 0 } or { OpenMaps: > 0 } => TaskState.Running,
        { Waiting: > 0 } => TaskState.WaitingForRetry,
        { Parked: > 0 } => TaskState.Parked,
        { Failed: > 0 } => TaskState.Failed,
        { Continued: > 0 } => TaskState.Continued,
        { Succeeded: > 0 } => TaskState.Succeeded,
        { Cancelled: > 0 } => TaskState.Cancelled,
        { Skipped: > 0 } => TaskState.Skipped,
        _ => TaskState.Pending,
    };

    /// <summary>How much is done, as far as it can be known; null where it cannot.</summary>
    internal double? Progress => IsRepeated ? (Elements > 0 ? (double)Settled / Elements : null) : Fraction;

    internal TimeSpan? Elapsed(DateTimeOffset now) =>
        StartedAt is { } start ? (State is TaskState.Running or TaskState.WaitingForRetry or TaskState.Parked ? now : EndedAt ?? now) - start : null;

    internal void Add(TaskRow child) => _children.Add(child);
}
