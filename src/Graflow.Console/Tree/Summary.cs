namespace Graflow.Tree;

/// <summary>A run's last line.</summary>
internal static class Summary
{
    internal static string Of(RunTree run, DateTimeOffset now)
    {
        var time = Wording.Of(run.Elapsed(now));
        return run.Status switch
        {
            RunStatus.Succeeded => $"succeeded in {time}: {Counts(run)}",
            RunStatus.Failed => $"failed after {time}, {Counts(run)}: {run.Reason}",
            RunStatus.Cancelled => $"cancelled after {time}, {Counts(run)}: {run.Reason}",
            _ => $"{time}, {Counts(run)}",
        };
    }

    private static string Counts(RunTree run) =>
        $"{Wording.Of(run.Succeeded)} {(run.Succeeded == 1 ? "task" : "tasks")} done" + (run.Failed > 0 ? $", {Wording.Of(run.Failed)} failed" : "");
}
