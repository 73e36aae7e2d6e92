namespace Graflow.History;

/// <summary>One line of a run's tree, and the lines below it.</summary>
/// <param name="label">What it stands for.</param>
internal sealed class TreeNode(string label)
{
    private readonly List<TreeNode> _children = [];
    private NodeState? _state;

    internal string Label { get; } = label;

    internal IReadOnlyList<TreeNode> Children => _children;

    /// <summary>Its own, else what the lines below say together.</summary>
    internal NodeState State => _state ?? StateOfChildren();

    /// <summary>Whether it has a state of its own.</summary>
    internal bool HasState => _state is not null;

    internal DateTimeOffset? StartedAt { get; private set; }

    internal DateTimeOffset? EndedAt { get; private set; }

    internal DateTimeOffset? AttemptStartedAt { get; private set; }

    /// <summary>The attempt that was begun last; 0 for what has none.</summary>
    internal int Attempt { get; set; }

    /// <summary>The last iteration that was begun; 0 while there is but one.</summary>
    internal int Iterations { get; set; }

    /// <summary>What there is to say beside the state; null where there is nothing.</summary>
    internal string? Detail { get; set; }

    /// <summary>When the next attempt, or a timer, is due; null where nothing is.</summary>
    internal DateTimeOffset? DueAt { get; set; }

    internal TreeNode Add(TreeNode child)
    {
        _children.Add(child);
        return child;
    }

    internal void Begin(DateTimeOffset time)
    {
        StartedAt ??= time;
        (_state, AttemptStartedAt, EndedAt, DueAt) = (NodeState.Running, time, null, null);
    }

    internal void Pause(NodeState state, DateTimeOffset? dueAt) => (_state, DueAt) = (state, dueAt);

    internal void End(DateTimeOffset time, NodeState state, string? detail = null) =>
        (_state, EndedAt, DueAt, Detail) = (state, time, null, detail ?? Detail);

    /// <summary>The run ended, and with it everything that had not: it is heard of no more.</summary>
    internal void Stop(DateTimeOffset time)
    {
        if (_state is NodeState.Running or NodeState.Retrying or NodeState.Waiting)
        {
            End(time, NodeState.Cancelled);
        }

        _children.ForEach(child => child.Stop(time));
    }

    private NodeState StateOfChildren() => _children.Count == 0 ? NodeState.Pending : _children.Select(static child => child.State).MaxBy(Weight);

    private static int Weight(NodeState state) => state switch
    {
        NodeState.Running => 7,
        NodeState.Retrying => 6,
        NodeState.Waiting => 5,
        NodeState.Failed => 4,
        NodeState.Cancelled => 3,
        NodeState.Succeeded => 2,
        NodeState.Skipped => 1,
        _ => 0,
    };
}
