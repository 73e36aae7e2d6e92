namespace Graflow;

/// <summary>The named branches must succeed.</summary>
internal sealed class CriticalPolicy : TolerantPolicy
{
    private readonly string[] _tasks;

    internal CriticalPolicy(TaskNode[] tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        if (tasks.Length == 0)
        {
            throw new FlowDefinitionException("Critical() names no task; name one or more, or use BestEffort.", "GRF108");
        }

        _tasks = Array.ConvertAll(tasks, static task => Operand.Node(task).ToString());
    }

    public override bool ShouldFail(IReadOnlyList<BranchResult> failed, IReadOnlyList<BranchResult> succeeded) =>
        failed.Any(branch => _tasks.Any(task => Names(branch.TaskId, task)));

    public override string ToString() => $"Critical({string.Join(", ", _tasks)})";

    internal override void CheckBranches(IReadOnlyList<string> branches, string group)
    {
        if (Array.Find(_tasks, task => !branches.Contains(task)) is { } stranger)
        {
            throw new FlowDefinitionException(
                $"Critical names {stranger}, which yields no branch's output in {group}: the branches end in {string.Join(", ", branches)}. Name one of these.",
                "GRF108");
        }
    }

    // A group inside As("eu") has branches "eu/Orders.Sum"; the policy was written for the group as it stood before As.
    private static bool Names(string branch, string task) =>
        branch.EndsWith(task, StringComparison.Ordinal)
        && (branch.Length == task.Length || branch[branch.Length - task.Length - 1] == '/');
}
