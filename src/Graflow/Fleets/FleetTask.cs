namespace Graflow.Fleets;

/// <summary>An attempt that a run has handed to its fleet.</summary>
/// <param name="Path">The vertex's path in the run.</param>
/// <param name="TaskId">What the body is found by.</param>
/// <param name="Queue">The queue that it waits in.</param>
internal sealed record FleetTask(string Path, string TaskId, string Queue)
{
    /// <summary>Which attempt it is, from 1.</summary>
    internal int Attempt { get; init; }

    /// <summary>How often a worker had it.</summary>
    internal int Deliveries { get; init; }

    /// <summary>Who runs it; null while it waits.</summary>
    internal string? Worker { get; init; }

    /// <summary>Until when the worker holds it without another sign of life.</summary>
    internal DateTimeOffset? LeaseEnd { get; init; }

    /// <summary>How many tasks of its queue are before it, as far as the same workers run them.</summary>
    internal long Ahead { get; init; }

    /// <summary>Live workers that serve its queue.</summary>
    internal IReadOnlyList<string> Serving { get; init; } = [];

    /// <summary>Those of them that have its body.</summary>
    internal IReadOnlyList<string> Knowing { get; init; } = [];
}
