using System.CommandLine;
using System.Globalization;
using Graflow.Json;
using Graflow.Tree;

namespace Graflow.Commands;

/// <summary><c>runs ls</c>: all runs of a log, the latest first.</summary>
internal static class RunsListCommand
{
    // A longer id moves its own line and leaves the others where they are.
    private const int WidestId = 40;

    internal static Command Create(RunsContext runs)
    {
        var open = new Option<bool>("--open") { Description = "Only those that have not ended." };
        var command = new Command("ls", "Lists the runs, the latest first.") { open };
        command.SetAction(async (parsed, ct) =>
        {
            var engine = runs.Open(parsed);
            await using var disposed = engine.ConfigureAwait(false);
            var found = await engine.Runs.ListAsync(ct).ConfigureAwait(false);
            var listed = found.Where(run => !run.HasEnded || !parsed.GetValue(open)).Select(RunEntry.Of).ToList();
            if (runs.IsJson(parsed))
            {
                runs.Commands.Write(new RunList(listed), DocumentJson.Relaxed.RunList);
            }
            else
            {
                var (idWidth, workflowWidth) = (Math.Min(WidestId, Width(listed, static run => run.RunId)), Width(listed, static run => run.Workflow));
                listed.ForEach(run => runs.Commands.Write(LineOf(run, idWidth, workflowWidth)));
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static string LineOf(RunEntry run, int idWidth, int workflowWidth)
    {
        var started = run.StartedAt is { } time ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "";
        var rest = run.DrivenBy is { } driver ? $"driven by {driver}" : run.Error ?? run.Problem ?? "";
        return string.Create(CultureInfo.InvariantCulture, $"{Wording.OneLine(run.RunId).PadRight(idWidth)}  {run.Workflow.PadRight(workflowWidth)}  {run.Status,-9}  {started,-20}  {Wording.OneLine(rest)}").TrimEnd();
    }

    private static int Width(List<RunEntry> runs, Func<RunEntry, string> text) => runs.Select(run => text(run).Length).DefaultIfEmpty().Max();
}
