namespace Graflow.Redis.Runs;

/// <summary>What became of a task, as the worker's commit, or the reaper, put it among the run's outcomes.</summary>
/// <param name="EntryId">Its place among them.</param>
/// <param name="Path">The task's place in the run.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Attempt">Which attempt it was.</param>
/// <param name="Value">The output or the failure.</param>
internal sealed record TaskOutcome(string EntryId, string Path, TaskOutcomeKind Kind, int Attempt, byte[] Value);
