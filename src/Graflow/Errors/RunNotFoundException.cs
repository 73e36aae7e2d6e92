namespace Graflow;

/// <summary>There is no run with this id in the engine's log.</summary>
public sealed class RunNotFoundException : GraflowException
{
    internal RunNotFoundException(string runId, string log)
        : base($"There is no run {runId} in {log}. It may never have been started there, or retention removed it after its end; runs ls shows those that are there.")
    {
        RunId = runId;
    }

    /// <summary>The run that was asked for.</summary>
    public string RunId { get; }
}
