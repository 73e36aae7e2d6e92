namespace Graflow.Commands;

/// <summary>What a run ended with, apart from what kept it from starting.</summary>
internal sealed class RunEndedException(string workflow, string runId, Exception cause) : Exception(cause.Message, cause)
{
    internal string Workflow { get; } = workflow;

    internal string RunId { get; } = runId;

    /// <summary>Where the run is kept, as it was named.</summary>
    internal required StorePlace Place { get; init; }
}
