using Graflow.Commands;
using Graflow.Json;
using Graflow.Tree;

namespace Graflow.Running;

/// <summary>Goes on with runs to their ends, and tells how they ended.</summary>
internal sealed class Resumption(CommandContext context, EngineSession session, bool asJson)
{
    internal async Task<int> ResumeAsync(RunInfo run)
    {
        var result = await DriveAsync(run).ConfigureAwait(false);
        if (asJson)
        {
            context.Write(result, DocumentJson.Relaxed.RunResult);
        }
        else
        {
            context.Write(result.Output, DocumentJson.Relaxed.JsonElement);
        }

        return ExitCode.Ok;
    }

    /// <summary>All runs that have not ended and that nobody drives; one that cannot go on stops no other.</summary>
    internal async Task<int> ResumeAllAsync(CancellationToken ct)
    {
        var runs = await session.Engine.Runs.ListAsync(ct).ConfigureAwait(false);
        var entries = await Task.WhenAll(runs.Where(static run => run is { HasEnded: false, DrivenBy: null }).Select(EndOfAsync)).ConfigureAwait(false);
        if (asJson)
        {
            context.Write(new ResumedRuns(entries), DocumentJson.Relaxed.ResumedRuns);
        }

        return entries.Max(static entry => entry.Error?.ExitCode) ?? ExitCode.Ok;
    }

    private Task<RunResult> DriveAsync(RunInfo run) => Resumable.WorkflowOf(run).Accept(new WorkflowResumer(context, session, run.RunId));

    private async Task<ResumedEntry> EndOfAsync(RunInfo run)
    {
        ResumedEntry entry;
        try
        {
            var result = await DriveAsync(run).ConfigureAwait(false);
            entry = new ResumedEntry(run.RunId, run.Workflow, result.Status) { Output = result.Output };
        }
        catch (Exception problem)
        {
            var document = ProblemReport.Of(problem);
            entry = new ResumedEntry(run.RunId, run.Workflow, document.Kind) { Error = document };
        }

        if (!asJson)
        {
            context.Write($"{entry.RunId}  {entry.Workflow}  {entry.Output?.GetRawText() ?? Wording.OneLine(entry.Error!.Message)}");
        }

        return entry;
    }
}
