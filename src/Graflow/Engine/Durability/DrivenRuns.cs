using System.Collections.Concurrent;

namespace Graflow.Engine;

/// <summary>The durable runs that one engine drives, by their ids. Thread-safe.</summary>
internal sealed class DrivenRuns
{
    private readonly ConcurrentDictionary<string, DrivenRun> _runs = new(StringComparer.Ordinal);

    internal ICollection<DrivenRun> All => _runs.Values;

    /// <summary>Takes a run's place.</summary>
    /// <returns>The given run, or the one that has the place already.</returns>
    internal DrivenRun GetOrAdd(DrivenRun run) => _runs.GetOrAdd(run.RunId, run);

    internal DrivenRun? Find(string runId) => _runs.GetValueOrDefault(runId);

    internal void Remove(DrivenRun run) => _runs.TryRemove(new(run.RunId, run));
}
