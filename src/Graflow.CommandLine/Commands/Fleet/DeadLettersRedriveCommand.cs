using System.CommandLine;
using System.Globalization;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary><c>dlq redrive</c>: the task runs again, in a new run that the fleet drives.</summary>
internal static class DeadLettersRedriveCommand
{
    internal static Command Create(FleetContext fleet)
    {
        var id = DeadLettersCommand.LetterArgument();
        var command = new Command("redrive", "Tries a task that was given up again: in a new run, from that task on (of a ForEach: the elements that failed), which the fleet drives. Whatever else of its run was given up is tried with it. The letters are gone then.") { id };
        command.SetAction((parsed, ct) => fleet.UseAsync(parsed, async (engine, store) =>
        {
            var letter = await DeadLettersCommand.FindAsync(store, parsed.GetRequiredValue(id), ct).ConfigureAwait(false);
            var (run, others) = await engine.RedriveAsync(letter, ct).ConfigureAwait(false);
            if (fleet.IsJson(parsed))
            {
                fleet.Commands.Write(new ChangedLetter(letter.Id, "redriven") { RunId = run, Others = others.Count == 0 ? null : [.. others.Select(static other => other.Id)] }, DocumentJson.Relaxed.ChangedLetter);
            }
            else
            {
                fleet.Commands.Write($"Run {run} tries {letter.Path} again, as a retry of {letter.RunId}.{OthersText(others.Count)}");
            }
        }));
        return command;
    }

    private static string OthersText(int count) => count switch
    {
        0 => "",
        1 => " Another task of it that was given up is tried with it.",
        _ => string.Create(CultureInfo.InvariantCulture, $" {count:N0} other tasks of it that were given up are tried with it."),
    };
}
