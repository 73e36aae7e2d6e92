namespace Graflow.Redis.Runs;

/// <summary>A run's log at one moment.</summary>
/// <param name="Records">What its drivers wrote, in order.</param>
/// <param name="Outcomes">What its tasks came to, in order.</param>
internal sealed record RunLogContent(IReadOnlyList<ReadOnlyMemory<byte>> Records, IReadOnlyList<TaskOutcome> Outcomes);
