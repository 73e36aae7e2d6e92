using System.CommandLine;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary><c>runs signal</c>: answers what a run waits for.</summary>
internal static class RunsSignalCommand
{
    internal static Command Create(RunsContext runs)
    {
        var run = RunsContext.RunArgument();
        var name = new Argument<string>("name") { Description = "What the run waits for, as in Flow.WaitFor(\"name\"); runs why tells it.", HelpName = "name" };
        var input = new Option<string?>("--input", "-i") { Description = "The answer as JSON, @file for a file that holds it, @- for standard input." };
        var key = new Option<string?>("--key") { Description = "Which of several waits of that name; the one that has waited longest where it is absent." };
        var command = new Command("signal", "Answers a wait of a run, also of one that another process drives or nobody does.") { run, name, input, key };
        command.SetAction(async (parsed, ct) =>
        {
            var engine = runs.Open(parsed);
            await using var disposed = engine.ConfigureAwait(false);
            var found = await RunsContext.FindAsync(engine, parsed.GetRequiredValue(run), ct).ConfigureAwait(false);
            var json = parsed.GetValue(input) is { } given ? await InputSource.ReadAsync(given, runs.Commands.Streams, ct).ConfigureAwait(false) : null;
            var signal = parsed.GetRequiredValue(name);
            await engine.Runs.AnswerAsync(found.RunId, signal, type => Read(runs.Commands.Contracts, type, json, signal), parsed.GetValue(key), ct).ConfigureAwait(false);
            if (runs.IsJson(parsed))
            {
                runs.Commands.Write(new ChangedRun(found.RunId, "signalled"), DocumentJson.Relaxed.ChangedRun);
            }
            else
            {
                runs.Commands.Write($"Run {found.RunId} has the signal \"{signal}\"; {found.DrivenBy ?? $"runs resume {found.RunId}"} goes on with it.");
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static object Read(JsonContracts contracts, Type type, byte[]? json, string name) =>
        json is not null ? ValueReader.Read(contracts, type, json, $"The signal \"{name}\"")
        : type == typeof(Unit) ? Unit.Value
        : throw new CommandException("input", $"The signal \"{name}\" brings {TypeText.Of(type)}, for example --input '{ExampleWriter.Write(contracts, type, [])}'.");
}
