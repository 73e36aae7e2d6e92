namespace Graflow;

/// <summary>The group always succeeds.</summary>
internal sealed class BestEffortPolicy : TolerantPolicy
{
    public override bool ShouldFail(IReadOnlyList<BranchResult> failed, IReadOnlyList<BranchResult> succeeded) => false;

    public override string ToString() => "BestEffort";
}
