using System.Diagnostics.Metrics;
using Graflow.Telemetry;

namespace Graflow.Redis.Workers;

/// <summary>What a process of a fleet counts, on the meter <c>Graflow</c>.</summary>
internal static class FleetInstruments
{
    internal static Meter Meter { get; } = new(GraflowInstruments.Name);

    /// <summary>How many running tasks were taken from this process, because their leases ran out or nobody wanted them any more.</summary>
    internal static Counter<long> LeaseLost { get; } = Meter.CreateCounter<long>("graflow.lease.lost", "{lease}", "How many running tasks were taken from this process, because their leases ran out or nobody wanted them any more.");

    /// <summary>How many results came too late to count.</summary>
    internal static Counter<long> StaleCommits { get; } = Meter.CreateCounter<long>("graflow.commit.stale", "{commit}", "How many results of tasks came too late to count.");
}
