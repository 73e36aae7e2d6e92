namespace Graflow.Live;

/// <summary>Which rows to show when not all fit: what failed and what runs, then what comes next, then what ended last; in the tree's order.</summary>
internal static class RowChoice
{
    internal static List<TaskRow> Of(IReadOnlyCollection<TaskRow> rows, int room)
    {
        var ranked = new List<(int Rank, int Place, TaskRow Row)>(rows.Count);
        foreach (var row in rows)
        {
            if (row.IsTask)
            {
                ranked.Add((Rank(row.State), ranked.Count, row));
            }
        }

        // What is settled counts from the end, everything else from the beginning.
        var chosen = ranked.OrderBy(static entry => entry.Rank).ThenBy(entry => entry.Rank == 3 ? -entry.Place : entry.Place).Take(room);
        return [.. chosen.OrderBy(static entry => entry.Place).Select(static entry => entry.Row)];
    }

    private static int Rank(TaskState state) => state switch
    {
        TaskState.Failed => 0,
        TaskState.Running or TaskState.WaitingForRetry or TaskState.Parked => 1,
        TaskState.Pending => 2,
        _ => 3,
    };
}
