namespace Graflow.Redis.Tasks;

/// <summary>What a process says from time to time to keep what it holds.</summary>
/// <param name="Lease">How long from now it holds that without another heartbeat.</param>
internal sealed record Heartbeat(TimeSpan Lease)
{
    /// <summary>The worker to be listed; null for a process that only drives runs.</summary>
    internal string? Worker { get; init; }

    /// <summary>Tells the worker from others that call themselves the same.</summary>
    internal string Self { get; init; } = "";

    /// <summary>How long the worker stays listed; zero takes it off the list.</summary>
    internal TimeSpan Listed { get; init; }

    internal KnownIds? Known { get; init; }

    internal IReadOnlyCollection<ClaimedTask> Tasks { get; init; } = [];

    /// <summary>Driven runs, with the epoch of each.</summary>
    internal IReadOnlyCollection<(string RunId, long Epoch)> Runs { get; init; } = [];

    /// <summary>What the list of workers is to say of the worker: host, pid, version, slots.</summary>
    internal IReadOnlyCollection<(string Name, string Value)> About { get; init; } = [];
}
