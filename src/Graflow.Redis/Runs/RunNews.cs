using Graflow.Redis.Scripts;

namespace Graflow.Redis.Runs;

/// <summary>What has come for a run's driver.</summary>
/// <param name="State">Whether it still drives the run.</param>
internal sealed record RunNews(LogReply State)
{
    /// <summary>What bodies tell while they run, as <see cref="Tasks.TaskNote.Read"/> takes it.</summary>
    internal IReadOnlyList<Reply> Notes { get; init; } = [];

    /// <summary>What attempts came to; none before all notes were read.</summary>
    internal IReadOnlyList<TaskOutcome> Outcomes { get; init; } = [];

    /// <summary>The id of the latest mail that waits; empty for none.</summary>
    internal string LastMail { get; init; } = "";

    /// <summary>Whether there is more to read at once.</summary>
    internal bool HasMore { get; init; }
}
