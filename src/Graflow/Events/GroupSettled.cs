namespace Graflow;

/// <summary>All branches of a group, or all elements of a <c>ForEach</c>, ended and the policy has judged.</summary>
public sealed class GroupSettled : TaskEvent
{
    /// <summary>How many have a value.</summary>
    public int Succeeded { get; internal init; }

    /// <summary>The branches without a value, in order.</summary>
    public IReadOnlyList<BranchResult> Failed { get; internal init; } = [];

    /// <summary>Whether the group failed.</summary>
    public bool HasFailed { get; internal init; }
}
