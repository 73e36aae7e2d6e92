using System.CommandLine;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary><c>runs why</c>: what a run waits for, or what ended it.</summary>
internal static class RunsWhyCommand
{
    internal static Command Create(RunsContext runs)
    {
        var run = RunsContext.RunArgument();
        var command = new Command("why", "Says what a run waits for, or what ended it, and what to do about it.") { run };
        command.SetAction(async (parsed, ct) =>
        {
            var engine = runs.Open(parsed);
            await using var disposed = engine.ConfigureAwait(false);
            var found = await RunsContext.FindAsync(engine, parsed.GetRequiredValue(run), ct).ConfigureAwait(false);
            var explained = await engine.Runs.ExplainAsync(found.RunId, ct).ConfigureAwait(false);
            if (runs.IsJson(parsed))
            {
                runs.Commands.Write(new ExplainedRun(RunEntry.Of(explained.Run), [.. explained.Reasons.Select(ReasonEntry.Of)]), DocumentJson.Relaxed.ExplainedRun);
            }
            else
            {
                foreach (var reason in explained.Reasons)
                {
                    runs.Commands.Write(reason.Text);
                }
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
