namespace Graflow.Fleets;

/// <summary>A worker as a command line asks for it; what is null is as the environment says, else at its default.</summary>
/// <param name="Configure">Sets up the engine that runs and drives; null leaves all at the defaults.</param>
/// <param name="Tell">Told in a line each that the worker waits for its id, that it serves, and that it stops.</param>
internal sealed record WorkerOrder(Action<WorkflowEngineOptions>? Configure, Action<string> Tell)
{
    /// <summary>Where the store is.</summary>
    internal string? Address { get; init; }

    /// <summary>The queues with their weights: <c>a,b:3</c>.</summary>
    internal string? Queues { get; init; }

    internal string? WorkerId { get; init; }

    internal int? MaxConcurrentTasks { get; init; }

    internal TimeSpan? GracefulShutdownTimeout { get; init; }

    /// <summary>Whether it drives runs beside running tasks.</summary>
    internal bool? Drive { get; init; }

    internal int? HealthPort { get; init; }
}
