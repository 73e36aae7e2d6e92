namespace Graflow;

/// <summary>When a parallel group succeeds. Strict policies keep the group's type; tolerant ones change every element to an <see cref="Outcome{T}"/>, so that nobody forgets a missing result. All policies await all branches.</summary>
public abstract class GroupPolicy
{
    private protected GroupPolicy()
    {
    }

    /// <summary>All branches must succeed; all are awaited. The default.</summary>
    public static StrictPolicy Strict { get; } = new("Strict", cancelsOnFailure: false);

    /// <summary>All branches must succeed; the first failure cancels the others.</summary>
    public static StrictPolicy FailFast { get; } = new("FailFast", cancelsOnFailure: true);

    /// <summary>The group always succeeds.</summary>
    public static TolerantPolicy BestEffort { get; } = new BestEffortPolicy();

    /// <summary>At least <paramref name="count"/> branches must succeed.</summary>
    /// <exception cref="FlowDefinitionException"><paramref name="count"/> is less than 1; or, when a group gets the policy, more than its branches (GRF108).</exception>
    public static TolerantPolicy AtLeast(int count) => new AtLeastPolicy(count);

    /// <summary>The named branches must succeed, the others may fail. A branch is named by the task that yields its output.</summary>
    /// <exception cref="FlowDefinitionException">No task is named; or, when a group gets the policy, a task yields no branch's output (GRF108).</exception>
    public static TolerantPolicy Critical(params TaskNode[] tasks) => new CriticalPolicy(tasks);

    /// <summary>No more than <paramref name="percent"/> of the branches may fail.</summary>
    /// <param name="percent">0 to 100.</param>
    /// <exception cref="FlowDefinitionException">The percentage is out of range (GRF108).</exception>
    public static TolerantPolicy AtMostFailed(double percent) => new AtMostFailedPolicy(percent);

    /// <summary>Refuses a policy that a group of these branches cannot have.</summary>
    /// <param name="branches">The ids of the branches' output tasks; a branch without one has its expression's text.</param>
    /// <param name="group">The group's name for the message.</param>
    internal virtual void CheckBranches(IReadOnlyList<string> branches, string group)
    {
    }
}
