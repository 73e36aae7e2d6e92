using Graflow.Commands;

namespace Graflow.Running;

/// <summary>What <c>run</c> was asked for.</summary>
/// <param name="Input">What <c>--input</c> says; null where it is absent.</param>
/// <param name="Telling">How the run is told.</param>
internal sealed record RunRequest(string? Input, RunTelling Telling)
{
    /// <summary>Where the run is kept.</summary>
    public required StorePlace Place { get; init; }

    /// <summary>The run's id; null makes a new one.</summary>
    public string? RunId { get; init; }

    /// <summary>Whether others drive the run.</summary>
    public bool Detaches { get; init; }
}
