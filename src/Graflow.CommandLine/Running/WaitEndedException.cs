using Graflow.Commands;

namespace Graflow.Running;

/// <summary>An interrupt ended the wait for a run that a worker drives; the run goes on.</summary>
internal sealed class WaitEndedException(string runId, StorePlace place)
    : Exception($"Run {runId} goes on without this command: a worker drives it. Wait for it again: runs resume {runId}{place.Arguments}; or end it: runs cancel {runId}{place.Arguments}.")
{
    internal string RunId { get; } = runId;
}
