using System.Globalization;
using Graflow.Fleets;
using Graflow.Redis.Scripts;

namespace Graflow.Redis.Inspection;

/// <summary>Reads what a worker says of itself out of a script's answer.</summary>
internal static class WorkerReader
{
    internal static FleetWorker Read(Reply worker)
    {
        var about = AboutOf(worker);
        return new FleetWorker(worker[0].Text)
        {
            Host = about.GetValueOrDefault("host", ""),
            ProcessId = about.GetValueOrDefault("pid", ""),
            Version = about.GetValueOrDefault("version", ""),
            Queues = about.GetValueOrDefault("queues", ""),
            Slots = NumberOf(about, "slots"),
            Running = NumberOf(about, "running"),
            Drives = NumberOf(about, "drives") == 1,
            SeenAt = about.TryGetValue("seen", out var seen) ? DateTimeOffset.UnixEpoch.AddTicks((long)double.Parse(seen, CultureInfo.InvariantCulture) * TimeSpan.TicksPerMicrosecond) : default,
        };
    }

    /// <summary>The names of the queues that a worker serves.</summary>
    internal static IEnumerable<string> QueuesOf(FleetWorker worker) =>
        worker.Queues.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static queue => queue.LastIndexOf(':') is var colon and > 0 ? queue[..colon] : queue);

    private static Dictionary<string, string> AboutOf(Reply worker)
    {
        var texts = worker[1].Texts;
        return Enumerable.Range(0, texts.Length / 2).ToDictionary(i => texts[2 * i], i => texts[(2 * i) + 1], StringComparer.Ordinal);
    }

    private static int NumberOf(Dictionary<string, string> about, string name) =>
        int.TryParse(about.GetValueOrDefault(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
