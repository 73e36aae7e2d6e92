namespace Graflow.Plain;

/// <summary>Which events of a run are worth a line, and what the line says. What is repeated is counted: a line at 100, 200, 500, 1,000, … instead of one each.</summary>
internal sealed class RunLines
{
    private const int MaxTasks = 100;
    private const int MaxFailuresEach = 10;
    private const int MaxContinuationsEach = 10;

    private readonly RunTree _tree;
    private readonly bool _isLarge;
    private readonly HashSet<TaskRow> _announced = [];

    internal RunLines(RunStarted started)
    {
        _tree = new RunTree(started);
        _isLarge = started.Tasks.Count > MaxTasks;
    }

    internal bool HasEnded => _tree.HasEnded;

    /// <returns>The line; null when the event is not worth one.</returns>
    internal string? Tell(RunEvent runEvent)
    {
        var quarter = runEvent is TaskProgressed told ? Quarter(_tree.RowOf(told.TaskId).Fraction) : 0;
        _tree.Apply(runEvent);
        return runEvent switch
        {
            RunStarted started => $"started: {started.Workflow}",
            GroupSettled group => Tell(group),
            TaskProgressed progressed => Tell(progressed, quarter),
            TaskEvent task => Tell(task, _tree.RowOf(task.TaskId)),
            RunSucceeded or RunFailed or RunCancelled => Summary.Of(_tree, runEvent.Time),
            _ => null,
        };
    }

    private string? Tell(TaskEvent task, TaskRow row) => task switch
    {
        TaskFailed failed => Tell(failed, row),
        TaskContinued continued => Tell(continued, row),
        TaskLogged logged => $"{logged.TaskId} | {logged.Line}",
        TaskRedelivered lost => $"{lost.TaskId} goes to another worker: {lost.Reason}",
        TaskSucceeded when _isLarge => IsWorthy(_tree.Succeeded) ? $"{Wording.Of(_tree.Succeeded)} tasks succeeded" : null,
        TaskSucceeded when row.IsRepeated => IsWorthy(row.Succeeded) ? $"{row.Path}: {Wording.Of(row.Succeeded)} succeeded" : null,
        _ when _isLarge || row.IsRepeated => null,
        WaitStarted => $"{row.Path} waits: {row.Expectation}",
        TaskStarted => _announced.Add(row) ? $"{row.Path} started" : null,
        TaskSucceeded => $"{row.Path} succeeded in {Took(row, task)}{Tries(row)}",
        TaskSkipped skipped => $"{row.Path} skipped: {skipped.Failure?.ToString() ?? "not needed"}",
        TaskCancelled => $"{row.Path} cancelled after {Took(row, task)}",
        _ => null,
    };

    private static string? Tell(TaskContinued continued, TaskRow row) =>
        row.Path.EndsWith(continued.Target, StringComparison.Ordinal)
            ? IsWorthy(continued.Iteration) ? $"{row.Path}: {Wording.Of(continued.Iteration)} iterations" : null
            : IsWorthy(continued.Iteration, MaxContinuationsEach) ? $"{continued.TaskId} continues with {continued.Target}" : null;

    private static string? Tell(TaskFailed failed, TaskRow row)
    {
        var problem = $"{failed.TaskId} failed at attempt {failed.Failure.Attempts}";
        return failed.WillRetryAt is { } next
            ? row.IsRepeated ? null : $"{problem}, next attempt in {Wording.Of(next - failed.Time)}: {failed.Failure.Message}"
            : row.Failed switch
            {
                < MaxFailuresEach => $"{problem}: {failed.Failure.Message}",
                MaxFailuresEach => $"{problem}: {failed.Failure.Message} (further failures of {row.Path} are counted, not told)",
                _ => null,
            };
    }

    private string? Tell(GroupSettled group)
    {
        if (TaskPath.IsRepeated(group.TaskId) || (_isLarge && !group.HasFailed))
        {
            return null;
        }

        var all = group.Succeeded + group.Failed.Count;
        var verdict = group.HasFailed ? "failed" : group.Failed.Count > 0 ? "goes on" : "complete";
        return $"{group.TaskId}: {Wording.Of(group.Succeeded)} of {Wording.Of(all)} succeeded, {verdict}";
    }

    private string? Tell(TaskProgressed progressed, int quarterBefore)
    {
        var row = _tree.RowOf(progressed.TaskId);
        return _isLarge || row.IsRepeated || Quarter(progressed.Fraction) <= quarterBefore
            ? null
            : $"{row.Path} {Wording.Percent(progressed.Fraction)}{(progressed.Text is { } text ? $": {text}" : "")}";
    }

    private static int Quarter(double? fraction) => (int)((fraction ?? 0) * 4);

    private static string Took(TaskRow row, TaskEvent task) => Wording.Of(row.Elapsed(task.Time) ?? TimeSpan.Zero);

    private static string Tries(TaskRow row) =>
        (row.Attempt > 1 ? $", attempt {row.Attempt}" : "") + (row.Iteration > 0 ? $", {Wording.Of(row.Iteration + 1)} iterations" : "");

    /// <summary>Up to a number each, then 100, 200, 500, 1,000, 2,000, …</summary>
    private static bool IsWorthy(int count, int each = 0)
    {
        if (count < 100)
        {
            return count <= each;
        }

        while (count % 10 == 0)
        {
            count /= 10;
        }

        return count is 1 or 2 or 5;
    }
}
