namespace Graflow.Fleets;

/// <summary>A queue of a fleet, at one moment.</summary>
/// <param name="Name">Its name.</param>
internal sealed record FleetQueue(string Name)
{
    /// <summary>How many tasks wait in it.</summary>
    internal long Waiting { get; init; }

    /// <summary>How many of its tasks run.</summary>
    internal long Running { get; init; }

    /// <summary>How long the one that came first waits; null when none does.</summary>
    internal TimeSpan? OldestAge { get; init; }

    /// <summary>How many live workers serve it.</summary>
    internal int Workers { get; init; }
}
