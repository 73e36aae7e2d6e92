using Graflow.Fleets;

namespace Graflow.Json;

/// <summary>A queue.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Waiting">How many tasks wait in it.</param>
/// <param name="Running">How many of its tasks run.</param>
/// <param name="Workers">How many live workers serve it.</param>
internal sealed record QueueEntry(string Name, long Waiting, long Running, int Workers)
{
    /// <summary>How long the one that came first waits; absent when none does.</summary>
    public double? OldestSeconds { get; init; }

    internal static QueueEntry Of(FleetQueue queue) => new(queue.Name, queue.Waiting, queue.Running, queue.Workers) { OldestSeconds = queue.OldestAge?.TotalSeconds };
}
