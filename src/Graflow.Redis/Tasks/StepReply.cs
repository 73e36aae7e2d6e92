namespace Graflow.Redis.Tasks;

/// <summary>What a step did.</summary>
/// <param name="Committed">Of each finished task, whether its result counts; one whose claim was no longer the present one is stale, and nothing of it was written.</param>
/// <param name="Claimed">The tasks that are the worker's now, in the order in which they were picked.</param>
internal sealed record StepReply(IReadOnlyList<bool> Committed, IReadOnlyList<ClaimedTask> Claimed);
