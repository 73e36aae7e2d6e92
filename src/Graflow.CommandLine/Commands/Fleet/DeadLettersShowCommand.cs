using System.CommandLine;
using System.Globalization;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary><c>dlq show</c>: what is known of a task that was given up.</summary>
internal static class DeadLettersShowCommand
{
    internal static Command Create(FleetContext fleet)
    {
        var id = DeadLettersCommand.LetterArgument();
        var command = new Command("show", "Tells what is known of a task that was given up.") { id };
        command.SetAction((parsed, ct) => fleet.UseAsync(parsed, async (_, store) =>
        {
            var letter = await DeadLettersCommand.FindAsync(store, parsed.GetRequiredValue(id), ct).ConfigureAwait(false);
            if (fleet.IsJson(parsed))
            {
                fleet.Commands.Write(LetterEntry.Of(letter), DocumentJson.Relaxed.LetterEntry);
                return;
            }

            (string Name, string Value)[] facts =
            [
                ("run", letter.RunId),
                ("path", letter.Path),
                ("task", letter.TaskId),
                ("queue", letter.Queue),
                ("attempt", letter.Attempt.ToString(CultureInfo.InvariantCulture)),
                ("deliveries", letter.Deliveries.ToString(CultureInfo.InvariantCulture)),
                ("last worker", letter.LastWorker),
                ("given up at", DeadLettersListCommand.At(letter.At)),
                ("why", letter.Reason),
                ("input", string.Create(CultureInfo.InvariantCulture, $"{letter.InputBytes:N0} bytes")),
            ];
            foreach (var (name, value) in facts)
            {
                fleet.Commands.Write($"{name,-11}  {value}");
            }
        }));
        return command;
    }
}
