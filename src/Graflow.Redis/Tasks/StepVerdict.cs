namespace Graflow.Redis.Tasks;

/// <summary>What a step says of a finished task.</summary>
/// <param name="IsCommitted">Whether its result counts. One whose claim was no longer the present one is stale, and nothing of it was written.</param>
internal readonly record struct StepVerdict(bool IsCommitted)
{
    /// <summary>Which of the task's writes does not fit what its run's channel holds, why, and what that is: nothing was written, and the claim holds.</summary>
    internal (int Write, string Why, string Found)? Misfit { get; init; }
}
