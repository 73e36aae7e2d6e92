using System.CommandLine;
using System.Globalization;
using Graflow.Fleets;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary><c>dlq ls</c>: the latest first.</summary>
internal static class DeadLettersListCommand
{
    internal static Command Create(FleetContext fleet)
    {
        var limit = new Option<int>("--limit") { Description = "At most so many.", DefaultValueFactory = static _ => 100, CustomParser = static result => CountText.Read(result, least: 1) ?? 0 };
        var command = new Command("ls", "Lists the tasks that were given up, the latest first.") { limit };
        command.SetAction((parsed, ct) => fleet.UseAsync(parsed, async (_, store) =>
        {
            var (total, letters) = await store.LettersAsync(parsed.GetValue(limit), ct).ConfigureAwait(false);
            if (fleet.IsJson(parsed))
            {
                fleet.Commands.Write(new LetterList(total, [.. letters.Select(LetterEntry.Of)]), DocumentJson.Relaxed.LetterList);
            }
            else
            {
                Write(fleet.Commands, total, letters);
            }
        }));
        return command;
    }

    internal static string At(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Write(CommandContext context, long total, IReadOnlyList<FleetLetter> letters)
    {
        var rows = letters.Select(static letter => (IReadOnlyList<string>)
        [
            letter.Id, letter.TaskId, letter.Queue, At(letter.At),
            string.Create(CultureInfo.InvariantCulture, $"{letter.Reason}, {letter.Deliveries} deliveries"), letter.LastWorker,
        ]).ToList();
        foreach (var line in TextTable.Of(["ID", "TASK", "QUEUE", "AT", "WHY", "LAST WORKER"], rows))
        {
            context.Write(line);
        }

        if (total > letters.Count)
        {
            context.Write(string.Create(CultureInfo.InvariantCulture, $"{total - letters.Count:N0} more; --limit shows them."));
        }
        else if (total == 0)
        {
            context.Streams.Error.WriteLine("No task was given up.");
        }
    }
}
