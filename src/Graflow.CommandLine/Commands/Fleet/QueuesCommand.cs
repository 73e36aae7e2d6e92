using System.CommandLine;
using System.Globalization;
using Graflow.Fleets;
using Graflow.Json;
using Graflow.Tree;

namespace Graflow.Commands;

/// <summary><c>queues ls</c>: what waits, and for how long.</summary>
internal static class QueuesCommand
{
    internal static Command Create(CommandContext context, Option<bool> json)
    {
        var fleet = new FleetContext(context, json);
        var list = new Command("ls", "Lists the queues that have tasks or workers.");
        list.SetAction((parsed, ct) => fleet.UseAsync(parsed, async (_, store) =>
        {
            var queues = await store.QueuesAsync(ct).ConfigureAwait(false);
            if (fleet.IsJson(parsed))
            {
                fleet.Commands.Write(new QueueList([.. queues.Select(QueueEntry.Of)]), DocumentJson.Relaxed.QueueList);
            }
            else
            {
                Write(context, queues);
            }
        }));
        return new Command("queues", "Tells what waits in the queues of a fleet.") { fleet.Redis, list };
    }

    private static void Write(CommandContext context, IReadOnlyList<FleetQueue> queues)
    {
        var rows = queues.Select(static queue => (IReadOnlyList<string>)
        [
            queue.Name,
            queue.Waiting.ToString(CultureInfo.InvariantCulture),
            queue.OldestAge is { } age ? Wording.Of(age) : "-",
            queue.Running.ToString(CultureInfo.InvariantCulture),
            queue.Workers.ToString(CultureInfo.InvariantCulture),
        ]).ToList();
        foreach (var line in TextTable.Of(["QUEUE", "WAITING", "OLDEST", "RUNNING", "WORKERS"], rows))
        {
            context.Write(line);
        }

        if (rows.Count == 0)
        {
            context.Streams.Error.WriteLine("No queue has a task, and no worker serves one.");
        }
    }
}
