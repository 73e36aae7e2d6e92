using System.CommandLine;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary><c>runs cancel</c>: ends a run for good.</summary>
internal static class RunsCancelCommand
{
    internal static Command Create(RunsContext runs)
    {
        var run = RunsContext.RunArgument();
        var reason = new Option<string?>("--reason") { Description = "Why, for whoever looks at the run later." };
        var command = new Command("cancel", "Cancels a run, also one that another process drives.") { run, reason };
        command.SetAction(async (parsed, ct) =>
        {
            var engine = runs.Open(parsed);
            await using var disposed = engine.ConfigureAwait(false);
            var found = await RunsContext.FindAsync(engine, parsed.GetRequiredValue(run), ct).ConfigureAwait(false);
            var isOver = await engine.Runs.CancelAsync(found.RunId, parsed.GetValue(reason) ?? "Cancelled from the command line.", ct).ConfigureAwait(false);
            if (runs.IsJson(parsed))
            {
                runs.Commands.Write(new ChangedRun(found.RunId, isOver ? "cancelled" : "cancelling"), DocumentJson.Relaxed.ChangedRun);
            }
            else
            {
                runs.Commands.Write(isOver ? $"Run {found.RunId} is cancelled." : $"Run {found.RunId} is told to end; {found.DrivenBy ?? "the process that drives it"} will do so.");
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
