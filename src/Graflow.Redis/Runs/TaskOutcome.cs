using Graflow.Redis.Tasks;

namespace Graflow.Redis.Runs;

/// <summary>What became of a task, as the worker's commit, or the reaper, put it into the run's log.</summary>
/// <param name="EntryId">Its place in the log.</param>
/// <param name="Path">The task's place in the run.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Attempt">Which attempt it was.</param>
internal sealed record TaskOutcome(string EntryId, string Path, TaskOutcomeKind Kind, int Attempt)
{
    /// <summary>The output or the failure; null when it is large.</summary>
    internal byte[]? Value { get; init; }

    /// <summary>What a large value is stored as, and can be an input by: <see cref="TaskInput.Stored"/>.</summary>
    internal string? StoredAs { get; init; }
}
