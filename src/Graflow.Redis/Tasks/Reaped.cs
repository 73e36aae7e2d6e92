namespace Graflow.Redis.Tasks;

/// <summary>What had been held by processes that are gone.</summary>
/// <param name="Requeued">Names of tasks that wait again.</param>
/// <param name="Dead">Names of tasks that were delivered too often: now dead letters.</param>
/// <param name="Runs">Ids of runs without a driver.</param>
internal sealed record Reaped(IReadOnlyList<string> Requeued, IReadOnlyList<string> Dead, IReadOnlyList<string> Runs);
