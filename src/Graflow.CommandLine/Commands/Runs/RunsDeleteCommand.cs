using System.CommandLine;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary><c>runs delete</c>: removes a run that has ended from the log.</summary>
internal static class RunsDeleteCommand
{
    internal static Command Create(RunsContext runs)
    {
        var run = RunsContext.RunArgument();
        var command = new Command("delete", "Removes a run that has ended, with all that was kept of it.") { run };
        command.SetAction(async (parsed, ct) =>
        {
            var engine = runs.Open(parsed);
            await using var disposed = engine.ConfigureAwait(false);
            var found = await RunsContext.FindAsync(engine, parsed.GetRequiredValue(run), ct).ConfigureAwait(false);
            await engine.Runs.DeleteAsync(found.RunId, ct).ConfigureAwait(false);
            if (runs.IsJson(parsed))
            {
                runs.Commands.Write(new ChangedRun(found.RunId, "deleted"), DocumentJson.Relaxed.ChangedRun);
            }
            else
            {
                runs.Commands.Write($"Run {found.RunId} is deleted.");
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
