namespace Graflow;

/// <summary>This process no longer drives the run: its lease ran out, because the process or its connection stood still, and another one may have taken over. What it still wrote was refused.</summary>
public sealed class RunFencedException : GraflowException
{
    internal RunFencedException(string runId)
        : base($"This process no longer drives run {runId}: it did not renew its lease in time, and another process may have taken over. Nothing that it did since then counts; the run goes on where it is driven now.")
    {
        RunId = runId;
    }

    /// <summary>The run.</summary>
    public string RunId { get; }
}
