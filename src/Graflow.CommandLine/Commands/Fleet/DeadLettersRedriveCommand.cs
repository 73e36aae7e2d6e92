using System.CommandLine;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary><c>dlq redrive</c>: the task runs again, in a new run that the fleet drives.</summary>
internal static class DeadLettersRedriveCommand
{
    internal static Command Create(FleetContext fleet)
    {
        var id = DeadLettersCommand.LetterArgument();
        var command = new Command("redrive", "Tries a task that was given up again: in a new run, from that task on (of a ForEach: all its elements), which the fleet drives. The letter is gone then.") { id };
        command.SetAction((parsed, ct) => fleet.UseAsync(parsed, async (engine, store) =>
        {
            var letter = await DeadLettersCommand.FindAsync(store, parsed.GetRequiredValue(id), ct).ConfigureAwait(false);
            var run = await engine.RedriveAsync(letter, ct).ConfigureAwait(false);
            if (fleet.IsJson(parsed))
            {
                fleet.Commands.Write(new ChangedLetter(letter.Id, "redriven") { RunId = run }, DocumentJson.Relaxed.ChangedLetter);
            }
            else
            {
                fleet.Commands.Write($"Run {run} tries {letter.Path} again, as a retry of {letter.RunId}.");
            }
        }));
        return command;
    }
}
