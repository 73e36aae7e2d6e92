namespace Graflow;

/// <summary>So many branches must succeed.</summary>
internal sealed class AtLeastPolicy : TolerantPolicy
{
    private readonly int _count;

    internal AtLeastPolicy(int count)
    {
        if (count < 1)
        {
            throw new FlowDefinitionException($"AtLeast({count}) asks for nothing; give 1 or more, or use BestEffort.", "GRF108");
        }

        _count = count;
    }

    public override bool ShouldFail(IReadOnlyList<BranchResult> failed, IReadOnlyList<BranchResult> succeeded) => succeeded.Count < _count;

    public override string ToString() => $"AtLeast({_count})";

    internal override void CheckBranches(IReadOnlyList<string> branches, string group)
    {
        if (_count > branches.Count)
        {
            throw new FlowDefinitionException($"AtLeast({_count}) can never succeed: {group} has {branches.Count} branches. Ask for {branches.Count} or fewer.", "GRF108");
        }
    }
}
