namespace Graflow.Fleets;

/// <summary>What a fleet knows of a run beside its journal, at one moment.</summary>
/// <param name="Flow">What a process must have to drive it (<see cref="FleetFlow"/>); null when nobody but who opens it by its id drives it.</param>
internal sealed record FleetRun(string? Flow)
{
    /// <summary>Who drives it, for people; null when nobody does.</summary>
    internal string? DrivenBy { get; init; }

    /// <summary>Until when the driver holds it without another sign of life.</summary>
    internal DateTimeOffset? LeaseEnd { get; init; }

    /// <summary>Since when it waits for a driver; null when it does not.</summary>
    internal DateTimeOffset? WaitsSince { get; init; }

    internal bool HasEnded { get; init; }

    /// <summary>Live workers that drive runs and know its flow.</summary>
    internal IReadOnlyList<string> Drivers { get; init; } = [];

    /// <summary>How many attempts wait for a worker or run in one.</summary>
    internal long TaskCount { get; init; }

    /// <summary>The attempts that wait for a worker or run in one, by their paths; of many only some.</summary>
    internal IReadOnlyList<FleetTask> Tasks { get; init; } = [];
}
