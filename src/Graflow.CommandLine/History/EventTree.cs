using System.Globalization;

namespace Graflow.History;

/// <summary>The events of a run as a tree: below a task its attempts that failed, what it continued with and its side tasks; below a map its elements.</summary>
internal sealed class EventTree
{
    private readonly TreePlaces _places = new();
    private readonly Dictionary<string, TreeNode> _maps = [];
    private readonly Dictionary<string, ChannelKeyChanges> _channel = [];
    private readonly List<SignalReceived> _signals = [];
    private readonly List<string> _planned = [];

    private EventTree()
    {
    }

    internal TreeNode Root => _places.Root;

    internal static EventTree Of(IEnumerable<RunEvent> events)
    {
        var tree = new EventTree();
        RunEvent? last = null;
        foreach (var happened in events)
        {
            tree.Apply(happened);
            last = happened;
        }

        tree.Complete(last);
        return tree;
    }

    private void Apply(RunEvent happened)
    {
        switch (happened)
        {
            case RunStarted started:
                _planned.AddRange(started.Tasks);
                break;
            case MapStarted started:
                var map = _places.AddMap(started);
                map.Begin(started.Time);
                map.Detail = string.Create(CultureInfo.InvariantCulture, $"{started.Elements} {(started.Elements == 1 ? "element" : "elements")}");
                _maps[started.TaskId] = map;
                break;
            case GroupSettled settled:
                Close(settled);
                break;
            case ChannelChanged changed:
                _channel[changed.Key] = _channel.GetValueOrDefault(changed.Key).With(changed);
                break;
            case SignalReceived signal:
                _signals.Add(signal);
                break;
            case TaskEvent task:
                Apply(task, TreePath.Of(task.TaskId));
                break;
        }
    }

    private void Close(GroupSettled settled)
    {
        if (_maps.Remove(settled.TaskId, out var map))
        {
            map.End(settled.Time, settled.HasFailed ? NodeState.Failed : NodeState.Succeeded, Count(settled));
        }
        else if (settled.Failed.Count > 0)
        {
            var group = Root.Add(new TreeNode(settled.TaskId));
            group.End(settled.Time, settled.HasFailed ? NodeState.Failed : NodeState.Succeeded, Count(settled));
        }
    }

    private static string Count(GroupSettled settled) =>
        string.Create(CultureInfo.InvariantCulture, $"{settled.Succeeded} of {settled.Succeeded + settled.Failed.Count} succeeded");

    private void Apply(TaskEvent task, TreePath path)
    {
        var vertex = _places.VertexOf(path);
        var iteration = _places.IterationOf(path);
        switch (task)
        {
            case TaskStarted started:
                vertex.Begin(task.Time);
                iteration.Begin(task.Time);
                iteration.Attempt = started.Attempt;
                break;
            case WaitStarted wait:
                vertex.Begin(task.Time);
                vertex.Pause(NodeState.Waiting, wait.DueAt);
                vertex.Detail = wait.Name is { } name ? $"signal \"{name}\"" : null;
                break;
            case TaskFailed { WillRetryAt: { } due } failed:
                AddAttempt(iteration, failed, due);
                vertex.Pause(NodeState.Retrying, due);
                iteration.Pause(NodeState.Retrying, due);
                break;
            case TaskContinued continued:
                _places.Continue(path, continued);
                break;
            case TaskRedelivered lost:
                iteration.Add(new TreeNode(string.Create(CultureInfo.InvariantCulture, $"delivery {lost.Delivery - 1}"))).End(lost.Time, NodeState.Failed, lost.Reason);
                break;
            case TaskProgressed progressed:
                iteration.Detail = string.Create(CultureInfo.InvariantCulture, $"{progressed.Fraction:P0} {progressed.Text}").TrimEnd();
                break;
            case TaskSucceeded or TaskFailed or TaskCancelled or TaskSkipped:
                End(vertex, iteration, task);
                break;
        }
    }

    private static void AddAttempt(TreeNode iteration, TaskFailed failed, DateTimeOffset due)
    {
        var attempt = new TreeNode(string.Create(CultureInfo.InvariantCulture, $"attempt {failed.Failure.Attempts}"));
        attempt.Begin(iteration.AttemptStartedAt ?? failed.Time);
        attempt.End(failed.Time, NodeState.Failed, FailureText.Of(failed.Failure));
        attempt.DueAt = due;
        iteration.Add(attempt);
    }

    private static void End(TreeNode vertex, TreeNode iteration, TaskEvent task)
    {
        var (state, detail) = task switch
        {
            TaskFailed failed => (NodeState.Failed, FailureText.Of(failed.Failure)),
            TaskSkipped { Failure: { } cause } => (NodeState.Skipped, $"{cause.TaskId} failed"),
            TaskSkipped => (NodeState.Skipped, "not needed"),
            TaskCancelled => (NodeState.Cancelled, null),
            _ => (NodeState.Succeeded, (string?)null),
        };
        iteration.End(task.Time, state, iteration == vertex ? detail : null);
        vertex.End(task.Time, state, detail);
    }

    /// <summary>What stood still when the run ended was told to stop; what never began is listed too: a log does not have it.</summary>
    private void Complete(RunEvent? last)
    {
        var hasEnded = last is RunSucceeded or RunFailed or RunCancelled;
        if (hasEnded)
        {
            Root.Stop(last!.Time);
        }

        foreach (var task in _planned.Where(task => !_places.Knows(task)))
        {
            var pending = Root.Add(new TreeNode(task));
            if (hasEnded)
            {
                pending.Pause(NodeState.Skipped, dueAt: null);
            }
        }

        if (_signals.Count > 0)
        {
            var signals = Root.Add(new TreeNode("signals"));
            _signals.ForEach(signal => signals.Add(new TreeNode(signal.Name)).End(signal.Time, NodeState.Noted, signal.Key is { } key ? $"for {key}" : null));
        }

        if (_channel.Count > 0)
        {
            var channel = Root.Add(new TreeNode("channel"));
            foreach (var (key, changes) in _channel)
            {
                channel.Add(new TreeNode(key)).End(changes.Last, NodeState.Noted, changes.ToString());
            }
        }
    }
}
