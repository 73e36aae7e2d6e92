namespace Graflow.Fleets;

/// <summary>A task that was given up because its workers died over it.</summary>
/// <param name="Id">What it is named by.</param>
/// <param name="RunId">The run that it failed in.</param>
/// <param name="Path">Its path there.</param>
/// <param name="TaskId">What its body is found by.</param>
/// <param name="Queue">Where it waited.</param>
internal sealed record FleetLetter(string Id, string RunId, string Path, string TaskId, string Queue)
{
    /// <summary>Which attempt it was, from 1.</summary>
    internal int Attempt { get; init; }

    /// <summary>How many workers had it.</summary>
    internal int Deliveries { get; init; }

    /// <summary>The last of them.</summary>
    internal string LastWorker { get; init; } = "";

    internal DateTimeOffset At { get; init; }

    internal string Reason { get; init; } = "";

    /// <summary>The size of its input, in bytes.</summary>
    internal int InputBytes { get; init; }
}
