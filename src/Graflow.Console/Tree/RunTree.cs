namespace Graflow.Tree;

/// <summary>What is known about a run, from its events alone. Its size is that of the flow as written, not that of the run: ten thousand elements are one row.</summary>
internal sealed class RunTree
{
    // A flow may go on making tasks with new names while it runs.
    private const int MaxRows = 100_000;

    private readonly Dictionary<string, TaskRow> _rows = [];
    private readonly Dictionary<string, TaskRow>.AlternateLookup<ReadOnlySpan<char>> _rowsByText;
    private readonly List<TaskRow> _roots = [];
    private readonly HashSet<string> _continued = [];
    private readonly Dictionary<string, MapStarted> _maps = [];

    internal RunTree(RunStarted started)
    {
        _rowsByText = _rows.GetAlternateLookup<ReadOnlySpan<char>>();
        RunId = started.RunId;
        Workflow = started.Workflow;
        StartedAt = started.Time;
        foreach (var task in started.Tasks)
        {
            RowOf(task).IsTask = true;
        }
    }

    internal string RunId { get; }

    internal string Workflow { get; }

    internal DateTimeOffset StartedAt { get; }

    internal DateTimeOffset? EndedAt { get; private set; }

    internal RunStatus Status { get; private set; } = RunStatus.Running;

    /// <summary>Why the run failed or was cancelled; null otherwise.</summary>
    internal string? Reason { get; private set; }

    internal IReadOnlyList<TaskRow> Roots => _roots;

    /// <summary>Every row, in the order in which it became known.</summary>
    internal IReadOnlyCollection<TaskRow> Rows => _rows.Values;

    internal int Succeeded { get; private set; }

    internal int Failed { get; private set; }

    internal bool HasEnded => EndedAt is not null;

    internal TimeSpan Elapsed(DateTimeOffset now) => (EndedAt ?? now) - StartedAt;

    internal TaskRow RowOf(string taskId)
    {
        var buffer = taskId.Length <= 256 ? stackalloc char[taskId.Length] : new char[taskId.Length];
        ReadOnlySpan<char> key = buffer[..TaskPath.WriteRow(taskId, buffer)];
        return _rowsByText.TryGetValue(key, out var row) ? row : Add(key);
    }

    internal void Apply(RunEvent runEvent)
    {
        switch (runEvent)
        {
            case MapStarted map:
                Open(map);
                break;
            case GroupSettled group:
                Close(group);
                break;
            case TaskEvent task:
                var row = RowOf(task.TaskId);
                row.IsTask = true;
                row.IsRepeated |= TaskPath.IsRepeated(task.TaskId);
                Apply(task, row);
                break;
            case RunSucceeded:
                End(runEvent, RunStatus.Succeeded, reason: null);
                break;
            case RunFailed failed:
                End(runEvent, RunStatus.Failed, failed.Error.Message);
                break;
            case RunCancelled cancelled:
                End(runEvent, RunStatus.Cancelled, cancelled.Reason);
                break;
        }
    }

    private void Open(MapStarted map)
    {
        _maps[map.TaskId] = map;
        foreach (var task in map.Tasks)
        {
            var row = RowOf(task);
            (row.IsTask, row.IsRepeated) = (true, true);
            row.Elements += map.Elements;
            row.OpenMaps++;
        }
    }

    private void Close(GroupSettled group)
    {
        if (_maps.Remove(group.TaskId, out var map))
        {
            foreach (var task in map.Tasks)
            {
                RowOf(task).OpenMaps--;
            }
        }
    }

    private void Apply(TaskEvent task, TaskRow row)
    {
        switch (task)
        {
            case TaskStarted started:
                Start(started, row);
                break;
            case TaskProgressed progressed:
                (row.Fraction, row.Text) = (progressed.Fraction, progressed.Text ?? row.Text);
                break;
            case WaitStarted wait:
                row.Parked++;
                row.StartedAt ??= wait.Time;
                row.WaitsFor = wait.Name;
                row.DueAt = wait.DueAt;
                break;
            case TaskLogged or TaskRedelivered:
                break;
            case TaskContinued:
                row.Running--;
                row.Continued++;
                _continued.Add(TaskPath.Instance(task.TaskId));
                break;
            case TaskFailed { WillRetryAt: not null } failed:
                row.Running--;
                row.Waiting++;
                row.Failure = failed.Failure;
                break;
            default:
                Settle(task, row);
                break;
        }
    }

    private void Start(TaskStarted started, TaskRow row)
    {
        if (started.Attempt > 1)
        {
            row.Waiting--;
        }
        else if (_continued.Remove(TaskPath.Instance(started.TaskId)))
        {
            row.Continued--;
        }

        row.Running++;
        row.Fraction = null;
        row.StartedAt ??= started.Time;
        row.Attempt = Math.Max(row.Attempt, started.Attempt);
        row.Iteration = Math.Max(row.Iteration, TaskPath.Iteration(started.TaskId));
    }

    private void Settle(TaskEvent task, TaskRow row)
    {
        if (_continued.Remove(TaskPath.Instance(task.TaskId)))
        {
            row.Continued--;
        }
        else if (row.Parked > 0 && task is not TaskSkipped)
        {
            row.Parked--;
        }
        else if (row.Running + row.Waiting > 0 && task is not TaskSkipped)
        {
            _ = row.Running > 0 ? row.Running-- : row.Waiting--;
        }

        row.EndedAt = task.Time;
        switch (task)
        {
            case TaskSucceeded:
                row.Succeeded++;
                Succeeded++;
                break;
            case TaskFailed failed:
                row.Failed++;
                Failed++;
                row.Failure = failed.Failure;
                break;
            case TaskSkipped:
                row.Skipped++;
                break;
            case TaskCancelled:
                row.Cancelled++;
                break;
        }
    }

    /// <summary>What still ran was told to stop, and is heard of no more.</summary>
    private void End(RunEvent runEvent, RunStatus status, string? reason)
    {
        (EndedAt, Status, Reason) = (runEvent.Time, status, reason);
        foreach (var row in _rows.Values)
        {
            row.OpenMaps = 0;
            if (row.Running + row.Waiting + row.Parked > 0)
            {
                row.Cancelled += row.Running + row.Waiting + row.Parked;
                (row.Running, row.Waiting, row.Parked, row.EndedAt) = (0, 0, 0, runEvent.Time);
            }
        }
    }

    private TaskRow Add(ReadOnlySpan<char> key)
    {
        if (_rows.Count >= MaxRows)
        {
            key = "…";
            if (_rowsByText.TryGetValue(key, out var others))
            {
                return others;
            }
        }

        TaskRow? parent = null;
        if (key.LastIndexOf('/') is > 0 and var end && !_rowsByText.TryGetValue(key[..end], out parent))
        {
            parent = Add(key[..end]);
        }

        var row = new TaskRow(key.ToString(), parent);
        _rows.Add(row.Path, row);
        (parent is null ? _roots.Add : (Action<TaskRow>)parent.Add)(row);
        return row;
    }
}
