using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Graflow.Telemetry;

namespace Graflow.Redis.Workers;

/// <summary>What a process of a fleet measures, on the meter <c>Graflow</c>. Every worker tells the queues of the whole fleet: of their values take one, not the sum.</summary>
internal static class FleetInstruments
{
    private static readonly Meter Meter = new(GraflowInstruments.Name);
    private static readonly ConcurrentDictionary<WorkerRun, bool> Workers = new();

    private static readonly ObservableGauge<long> QueueDepth = Meter.CreateObservableGauge("graflow.queue.depth", static () => Queues(static queue => queue.Depth), "{task}", "How many tasks wait in a queue of the fleet.");
    private static readonly ObservableGauge<double> OldestAge = Meter.CreateObservableGauge("graflow.queue.oldest_age", static () => Queues(static queue => queue.Oldest.TotalSeconds), "s", "How long the next task of a queue has waited.");
    private static readonly ObservableGauge<long> DeadLetters = Meter.CreateObservableGauge("graflow.dlq.depth", static () => Of(static worker => worker.Upkeep.Depths.DeadLetters), "{task}", "How many tasks were given up because their workers died over them.");

    /// <summary>How many running tasks were taken from this process, because their leases ran out or nobody wanted them any more.</summary>
    internal static Counter<long> LeaseLost { get; } = Meter.CreateCounter<long>("graflow.lease.lost", "{lease}", "How many running tasks were taken from this process, because their leases ran out or nobody wanted them any more.");

    /// <summary>How many results came too late to count.</summary>
    internal static Counter<long> StaleCommits { get; } = Meter.CreateCounter<long>("graflow.commit.stale", "{commit}", "How many results of tasks came too late to count.");

    /// <summary>How many slots of this process's workers run a body, and how many are free.</summary>
    internal static ObservableGauge<int> Slots { get; } = Meter.CreateObservableGauge("graflow.worker.slots", SlotsOf, "{slot}", "How many slots of this process's workers run a body, and how many are free.");

    /// <summary>Whether somebody listens to what only Redis knows.</summary>
    internal static bool AreDepthsWanted => QueueDepth.Enabled || OldestAge.Enabled || DeadLetters.Enabled;

    internal static void Add(WorkerRun worker) => Workers[worker] = true;

    internal static void Remove(WorkerRun worker) => Workers.TryRemove(worker, out _);

    private static IEnumerable<Measurement<T>> Queues<T>(Func<(long Depth, TimeSpan Oldest), T> value)
        where T : struct
    {
        foreach (var worker in Workers.Keys)
        {
            // A queue that it serves and that has no task is told too: who scales by it needs the zero.
            var depths = worker.Upkeep.Depths.Queues;
            foreach (var queue in depths.Keys.Union(worker.Settings.Queues.Select(static queue => queue.Name)))
            {
                yield return new Measurement<T>(value(depths.GetValueOrDefault(queue)), new KeyValuePair<string, object?>("queue", queue), WorkerTag(worker));
            }
        }
    }

    private static IEnumerable<Measurement<long>> Of(Func<WorkerRun, long> value) =>
        Workers.Keys.Select(worker => new Measurement<long>(value(worker), WorkerTag(worker)));

    private static IEnumerable<Measurement<int>> SlotsOf()
    {
        foreach (var worker in Workers.Keys)
        {
            var busy = worker.Loop.Running;
            yield return new(busy, new KeyValuePair<string, object?>("state", "busy"), WorkerTag(worker));
            yield return new(Math.Max(0, worker.Settings.Slots - busy), new KeyValuePair<string, object?>("state", "free"), WorkerTag(worker));
        }
    }

    private static KeyValuePair<string, object?> WorkerTag(WorkerRun worker) => new("worker", worker.Settings.WorkerId);
}
