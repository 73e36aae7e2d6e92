using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Graflow.Telemetry;

/// <summary>The source of spans and the meter that programs listen to; both are named <c>Graflow</c>.</summary>
internal static class GraflowInstruments
{
    internal const string Name = "Graflow";

    private static readonly Meter Meter = new(Name);

    internal static ActivitySource Source { get; } = new(Name);

    /// <summary>How long attempts took, in seconds; tagged with task and outcome.</summary>
    internal static Histogram<double> TaskDuration { get; } = Meter.CreateHistogram<double>("graflow.task.duration", "s", "How long attempts of tasks took.");

    /// <summary>How many attempts ended; tagged with task and outcome.</summary>
    internal static Counter<long> TaskAttempts { get; } = Meter.CreateCounter<long>("graflow.task.attempts", "{attempt}", "How many attempts of tasks ended.");

    /// <summary>How many bodies were abandoned because they did not react to their token.</summary>
    internal static Counter<long> TaskAbandoned { get; } = Meter.CreateCounter<long>("graflow.task.abandoned", "{body}", "How many bodies were abandoned because they did not react to their token.");

    /// <summary>How many runs are under way.</summary>
    internal static UpDownCounter<long> ActiveRuns { get; } = Meter.CreateUpDownCounter<long>("graflow.run.active", "{run}", "How many runs are under way.");

    internal static bool IsListenedTo =>
        Source.HasListeners() || TaskDuration.Enabled || TaskAttempts.Enabled || ActiveRuns.Enabled;
}
