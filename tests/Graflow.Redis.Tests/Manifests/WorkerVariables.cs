using Graflow.Redis.Workers;
using Xunit;

namespace Graflow.Redis.Tests.Manifests;

/// <summary>What a worker makes of the variables that a manifest sets.</summary>
internal static class WorkerVariables
{
    /// <summary>Reads them as a worker does; one that it does not know is an error.</summary>
    internal static RedisWorkerOptions Read(IReadOnlyDictionary<string, string> variables)
    {
        RedisWorkerOptions options = new();
        HashSet<string> known = [];
        WorkerEnvironment.Read(options, name =>
        {
            known.Add(name);
            return variables.GetValueOrDefault(name);
        });
        Assert.Subset(known, variables.Keys.ToHashSet());
        return options;
    }
}
