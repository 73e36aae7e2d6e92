namespace Graflow.Running;

/// <summary>What <c>run</c> was asked for.</summary>
/// <param name="Input">What <c>--input</c> says; null where it is absent.</param>
/// <param name="Telling">How the run is told.</param>
internal sealed record RunRequest(string? Input, RunTelling Telling)
{
    /// <summary>The folder of the runs' logs; null leaves what the program set up.</summary>
    public string? Log { get; init; }

    /// <summary>The run's id; null makes a new one.</summary>
    public string? RunId { get; init; }
}
