namespace Graflow.Fleets;

/// <summary>A worker that has shown signs of life.</summary>
/// <param name="Id">Its id, unique in the fleet.</param>
internal sealed record FleetWorker(string Id)
{
    internal string Host { get; init; } = "";

    internal string ProcessId { get; init; } = "";

    /// <summary>The version of the program.</summary>
    internal string Version { get; init; } = "";

    /// <summary>The queues that it serves, with their weights: <c>a,b:3</c>.</summary>
    internal string Queues { get; init; } = "";

    /// <summary>How many bodies it runs at once at most.</summary>
    internal int Slots { get; init; }

    /// <summary>How many it runs.</summary>
    internal int Running { get; init; }

    /// <summary>Whether it drives runs.</summary>
    internal bool Drives { get; init; }

    /// <summary>Its last sign of life.</summary>
    internal DateTimeOffset SeenAt { get; init; }
}
