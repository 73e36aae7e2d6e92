using System.CommandLine;
using System.Globalization;
using Graflow.History;
using Graflow.Json;
using Graflow.Running;
using Graflow.Tree;

namespace Graflow.Commands;

/// <summary><c>runs show</c>: what happened in a run, as a tree.</summary>
internal static class RunsShowCommand
{
    internal static Command Create(RunsContext runs)
    {
        var run = RunsContext.RunArgument();
        var full = new Option<bool>("--full") { Description = "Every line, also of many elements or iterations that are alike." };
        var command = new Command("show", "Shows what happened in a run, as a tree.") { run, full };
        command.SetAction(async (parsed, ct) =>
        {
            var engine = runs.Open(parsed);
            await using var disposed = engine.ConfigureAwait(false);
            var found = await RunsContext.FindAsync(engine, parsed.GetRequiredValue(run), ct).ConfigureAwait(false);
            var events = await engine.Runs.EventsAsync(found.RunId, ct).ConfigureAwait(false);
            if (runs.IsJson(parsed))
            {
                runs.Commands.Write(new ShownRun(RunEntry.Of(found), [.. events.Select(EventWriter.LineOf)]), DocumentJson.Relaxed.ShownRun);
            }
            else
            {
                var now = found.DrivenBy is null ? (DateTimeOffset?)null : TimeProvider.System.GetUtcNow();
                runs.Commands.Write(HeadOf(found, now));
                runs.Commands.Write(TreeText.Of(EventTree.Of(events), now, parsed.GetValue(full)).TrimEnd('\n'));
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static string HeadOf(RunInfo run, DateTimeOffset? now)
    {
        var entry = RunEntry.Of(run);
        var took = (run.EndedAt ?? now ?? run.LastWriteAt) - run.StartedAt;
        string?[] parts =
        [
            $"run {run.RunId}",
            run.Workflow,
            took is { } time ? $"{entry.Status} {(run.HasEnded ? "after" : "for")} {Wording.Of(time)}" : entry.Status,
            run.StartedAt is { } start ? string.Create(CultureInfo.InvariantCulture, $"started {start.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z") : null,
            run.DrivenBy is { } driver ? $"driven by {driver}" : null,
            run.Origin is { } origin ? $"a retry of {origin}" : null,
            run.Error is { } error ? Wording.OneLine(error) : null,
            run.Problem is { } problem ? Wording.OneLine(problem) : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }
}
