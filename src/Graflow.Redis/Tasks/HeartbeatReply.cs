namespace Graflow.Redis.Tasks;

/// <summary>What a process no longer holds.</summary>
/// <param name="LostTasks">Tasks that were reaped, cancelled or taken by others.</param>
/// <param name="LostRuns">Runs that another process drives now, or that are gone.</param>
internal sealed record HeartbeatReply(IReadOnlyList<ClaimedTask> LostTasks, IReadOnlyList<((string RunId, long Epoch) Run, bool IsGone)> LostRuns)
{
    /// <summary>Another worker that is listed by the same id, so that this one is not; null when there is none.</summary>
    internal WorkerNamesake? Namesake { get; init; }
}
