using System.CommandLine;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary><c>dlq drop</c>: a task that was given up is forgotten.</summary>
internal static class DeadLettersDropCommand
{
    internal static Command Create(FleetContext fleet)
    {
        var id = DeadLettersCommand.LetterArgument();
        var command = new Command("drop", "Forgets a task that was given up.") { id };
        command.SetAction((parsed, ct) => fleet.UseAsync(parsed, async (_, store) =>
        {
            var letter = parsed.GetRequiredValue(id);
            if (!await store.DropLetterAsync(letter, ct).ConfigureAwait(false))
            {
                throw DeadLettersCommand.Unknown(letter);
            }

            if (fleet.IsJson(parsed))
            {
                fleet.Commands.Write(new ChangedLetter(letter, "dropped"), DocumentJson.Relaxed.ChangedLetter);
            }
            else
            {
                fleet.Commands.Write($"The dead letter {letter} is dropped.");
            }
        }));
        return command;
    }
}
