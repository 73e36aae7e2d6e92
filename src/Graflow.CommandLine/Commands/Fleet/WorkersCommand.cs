using System.CommandLine;
using System.Globalization;
using Graflow.Fleets;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary><c>workers ls</c>: who is there.</summary>
internal static class WorkersCommand
{
    internal static Command Create(CommandContext context, Option<bool> json)
    {
        var fleet = new FleetContext(context, json);
        var list = new Command("ls", "Lists the workers that are alive.");
        list.SetAction((parsed, ct) => fleet.UseAsync(parsed, async (_, store) =>
        {
            var workers = await store.WorkersAsync(ct).ConfigureAwait(false);
            if (fleet.IsJson(parsed))
            {
                fleet.Commands.Write(new WorkerList([.. workers.Select(WorkerEntry.Of)]), DocumentJson.Relaxed.WorkerList);
            }
            else
            {
                Write(context, workers);
            }
        }));
        return new Command("workers", "Tells who works for a fleet.") { fleet.Redis, list };
    }

    private static void Write(CommandContext context, IReadOnlyList<FleetWorker> workers)
    {
        var rows = workers.Select(static worker => (IReadOnlyList<string>)
        [
            worker.Id, worker.Host, worker.ProcessId, worker.Version, worker.Queues,
            string.Create(CultureInfo.InvariantCulture, $"{worker.Running}/{worker.Slots}"), worker.Drives ? "yes" : "no",
        ]).ToList();
        foreach (var line in TextTable.Of(["WORKER", "HOST", "PID", "VERSION", "QUEUES", "RUNNING", "DRIVES"], rows))
        {
            context.Write(line);
        }

        if (rows.Count == 0)
        {
            context.Streams.Error.WriteLine("No worker is alive. Start one: worker --redis ADDRESS.");
        }
    }
}
