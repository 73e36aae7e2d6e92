namespace Graflow;

/// <summary>There is no run with this id in the engine's log.</summary>
public sealed class RunNotFoundException : GraflowException
{
    /// <param name="runId">The run that was asked for.</param>
    /// <param name="log">Where it was looked for, in words.</param>
    /// <param name="nearest">The run that was probably meant; null where none is near.</param>
    internal RunNotFoundException(string runId, string log, string? nearest = null)
        : base($"There is no run {runId} in {log}.{(nearest is null ? "" : $" Did you mean {nearest}?")} It may never have been started there, or retention removed it after its end; runs ls shows those that are there.")
    {
        RunId = runId;
    }

    /// <summary>The run that was asked for.</summary>
    public string RunId { get; }
}
