using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Graflow.Engine;

/// <summary>The runs of an engine that are under way and whose id somebody knows.</summary>
internal sealed class LiveRuns
{
    private readonly ConcurrentDictionary<string, RunScope> _scopes = new();

    internal void Add(string runId, RunScope scope) => _scopes.TryAdd(runId, scope);

    internal void Remove(string runId, RunScope scope) => _scopes.TryRemove(new KeyValuePair<string, RunScope>(runId, scope));

    internal bool TryFind(string runId, [NotNullWhen(true)] out RunScope? scope) => _scopes.TryGetValue(runId, out scope);
}
