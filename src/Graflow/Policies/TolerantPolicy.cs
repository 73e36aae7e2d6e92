namespace Graflow;

/// <summary>A policy under which branches may fail; derive from it for a rule of your own. Instances are shared by all runs: keep no state.</summary>
public abstract class TolerantPolicy : GroupPolicy
{
    /// <summary>Decides, once all branches ended, whether the group fails.</summary>
    /// <param name="failed">The branches without a value, in branch order: failed, skipped and cancelled ones.</param>
    /// <param name="succeeded">The branches with a value, in branch order.</param>
    /// <returns>Whether the group fails, with ParallelGroupException.</returns>
    public abstract bool ShouldFail(IReadOnlyList<BranchResult> failed, IReadOnlyList<BranchResult> succeeded);
}
