using Spectre.Console;

namespace Graflow.Live;

/// <summary>A run as lines of the screen: a head with its progress, then a row for each task; where there are too many, those that matter now.</summary>
internal sealed class RunPicture(RunTree run, Glyphs glyphs, DateTimeOffset now, int width)
{
    private const int BarWidth = 16;
    private const int MaxNameWidth = 48;

    /// <param name="maxLines">At least 1.</param>
    internal List<StyledLine> Lines(int maxLines)
    {
        List<StyledLine> lines = [Head()];
        var room = maxLines - 1;
        if (room <= 0)
        {
            return lines;
        }

        if (run.Rows.Count <= room)
        {
            var column = NameColumn(run.Rows.Select(static row => (row.Depth * 3) + row.Name.Length));
            AddRows(lines, run.Roots, "", column);
        }
        else
        {
            AddChosen(lines, room);
        }

        return lines;
    }

    /// <summary>The line that stays when the run is over.</summary>
    internal StyledLine LastLine()
    {
        var (state, style) = RunState();
        return new StyledLine().Add(glyphs.Of(state, now), style).Add(" ").Add(Summary.Of(run, now), style).Add($"  {run.RunId}", Glyphs.Dim);
    }

    private (TaskState State, Style Style) RunState()
    {
        var state = run.Status switch
        {
            RunStatus.Succeeded => TaskState.Succeeded,
            RunStatus.Failed => TaskState.Failed,
            RunStatus.Cancelled => TaskState.Cancelled,
            _ => TaskState.Running,
        };
        return (state, Glyphs.StyleOf(state));
    }

    private StyledLine Head()
    {
        var (state, style) = RunState();
        var line = new StyledLine().Add(glyphs.Of(state, now), style).Add(" ");
        var tasks = run.Rows.Where(static row => row.IsTask).ToList();
        var (settled, all) = (tasks.Count(IsDone), tasks.Count);
        var tail = $" {Wording.Of(settled)}/{Wording.Of(all)}  {Wording.Of(run.Elapsed(now))}";
        line.AddWithin(run.Workflow, Math.Max(12, Math.Min(width - tail.Length - BarWidth - 2, new StyledLine().Add(run.Workflow).Width + 2)), Glyphs.Bold).Add("  ");
        glyphs.AddBar(line, tasks.Count == 0 ? 0 : tasks.Average(row => IsDone(row) ? 1 : Math.Min(1, row.Progress ?? 0)), BarWidth);
        return line.Add(tail, Glyphs.Dim);
    }

    private static bool IsDone(TaskRow row) => row.Settled > 0 && row.State is not (TaskState.Running or TaskState.WaitingForRetry or TaskState.Parked);

    private void AddRows(List<StyledLine> lines, IReadOnlyList<TaskRow> rows, string indent, int column)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var isLast = i == rows.Count - 1;
            lines.Add(Row(rows[i], indent + (isLast ? glyphs.LastBranch : glyphs.Branch), rows[i].Name, column));
            AddRows(lines, rows[i].Children, indent + (isLast ? "   " : glyphs.Trunk), column);
        }
    }

    private void AddChosen(List<StyledLine> lines, int room)
    {
        var chosen = RowChoice.Of(run.Rows, room - 1);
        var column = NameColumn(chosen.Select(static row => row.Path.Length));
        lines.AddRange(chosen.Select(row => Row(row, glyphs.Branch, row.Path, column)));
        var hidden = run.Rows.Where(static row => row.IsTask).Except(chosen).CountBy(static row => row.State).OrderBy(static pair => pair.Key);
        var counts = hidden.Select(static pair => $"{Wording.Of(pair.Value)} {Word(pair.Key)}");
        lines.Add(new StyledLine().Add(glyphs.LastBranch, Glyphs.Dim).Add($"{glyphs.More} {string.Join(", ", counts)}", Glyphs.Dim));
    }

    private int NameColumn(IEnumerable<int> lengths) =>
        Math.Min(lengths.Append(0).Max() + 5, Math.Min(MaxNameWidth, Math.Max(12, width / 2)));

    private StyledLine Row(TaskRow row, string guide, string name, int column)
    {
        var line = new StyledLine().Add(guide, Glyphs.Dim);
        if (!row.IsTask)
        {
            return line.Add(name, Glyphs.Dim);
        }

        var state = row.State;
        line.Add(glyphs.Of(state, now), Glyphs.StyleOf(state)).Add(" ");
        line.AddWithin(name, column, state is TaskState.Pending or TaskState.Skipped ? Glyphs.Dim : Glyphs.Plain);
        line.Add(row.Elapsed(now) is { } elapsed ? $" {Wording.Of(elapsed),9}  " : new string(' ', 12), Glyphs.Dim);
        AddNote(line, row, state);
        return line;
    }

    private void AddNote(StyledLine line, TaskRow row, TaskState state)
    {
        if (state == TaskState.Running && row.Progress is { } fraction)
        {
            glyphs.AddBar(line, fraction, BarWidth);
            line.Add($" {Wording.Percent(fraction)} {(row.IsRepeated ? "" : row.Text)}");
        }

        if (row.IsRepeated)
        {
            AddCounts(line, row);
        }

        if (row.Iteration > 0)
        {
            line.Add($"{Wording.Of(row.Iteration + 1)} iterations ", Glyphs.Dim);
        }

        if (row.Attempt > 1 && !row.IsRepeated)
        {
            line.Add($"attempt {row.Attempt} ", Glyphs.Warning);
        }

        if (state == TaskState.Parked && !row.IsRepeated)
        {
            line.Add(row.Expectation, Glyphs.Dim);
        }

        if (row.Failure is { } failure && state is TaskState.Failed or TaskState.WaitingForRetry)
        {
            line.Add(failure.Message, state == TaskState.Failed ? Glyphs.Bad : Glyphs.Warning);
        }
    }

    private static void AddCounts(StyledLine line, TaskRow row)
    {
        line.Add(row is { OpenMaps: > 0, Elements: > 0 } ? $"{Wording.Of(row.Succeeded)} of {Wording.Of(row.Elements)} done " : $"{Wording.Of(row.Succeeded)} done ");
        AddCount(line, row.Running + row.Waiting, "running", Glyphs.Busy);
        AddCount(line, row.Parked, "waiting", Glyphs.Busy);
        AddCount(line, row.Failed, "failed", Glyphs.Bad);
        AddCount(line, row.Skipped, "skipped", Glyphs.Dim);
        AddCount(line, row.Cancelled, "cancelled", Glyphs.Warning);
    }

    private static void AddCount(StyledLine line, int count, string word, Style style)
    {
        if (count > 0)
        {
            line.Add($"{Wording.Of(count)} {word} ", style);
        }
    }

    private static string Word(TaskState state) => state switch
    {
        TaskState.Pending => "to come",
        TaskState.WaitingForRetry => "waiting for a retry",
        TaskState.Parked => "waiting",
        _ => state.ToString().ToLowerInvariant(),
    };
}
