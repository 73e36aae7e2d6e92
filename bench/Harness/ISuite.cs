namespace Graflow.Bench.Harness;

/// <summary>A family of workloads that runs under one name: <c>--suite inproc</c>.</summary>
internal interface ISuite
{
    string Name { get; }

    /// <summary>Whether the suite takes part in <c>--quick</c> when no suite is named.</summary>
    bool InQuick { get; }

    /// <summary>Each workload by name, built only when it is its turn: one workload's graph is not another's heap.</summary>
    IReadOnlyList<(string Name, Func<Workload> Create)> Workloads(bool quick);
}
