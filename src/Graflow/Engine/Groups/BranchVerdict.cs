namespace Graflow.Engine;

/// <summary>How the branches of a group, or the elements of a map, ended.</summary>
internal sealed record BranchVerdict(IReadOnlyList<BranchResult> Failed, IReadOnlyList<BranchResult> Succeeded)
{
    internal static BranchVerdict Of(Frame frame, GroupShape shape, SideTaskFailures? sideTasks)
    {
        var (failed, succeeded) = (new List<BranchResult>(), new List<BranchResult>());
        for (var i = 0; i < shape.Branches.Length; i++)
        {
            var state = frame.States[shape.Branches[i]];
            var failure = state.Failure ?? sideTasks?.Of(i);
            var ok = state.Status == VertexStatus.Succeeded && failure is null;
            (ok ? succeeded : failed).Add(new BranchResult(i, state.Path, failure));
        }

        return new BranchVerdict(failed, succeeded);
    }

    /// <summary>The verdict on a strict group; null when no branch failed, or when what failed lies before the group.</summary>
    internal static BranchVerdict? OfFailed(Frame frame, GroupShape shape) =>
        frame.States[shape.RegionInput].Status == VertexStatus.Succeeded && Of(frame, shape, sideTasks: null) is { Failed.Count: > 0 } verdict
            ? verdict
            : null;

    /// <summary>Whether the group fails; a policy of the user's own may throw.</summary>
    internal bool Fails(GroupPolicy policy) =>
        policy is TolerantPolicy tolerant ? tolerant.ShouldFail(Failed, Succeeded) : Failed.Count > 0;

    internal TaskFailure ToFailure(string group) =>
        new(group, attempts: 0, new ParallelGroupException(group, this));
}
