using Graflow.Bench.Harness;

namespace Graflow.Bench.Durable;

/// <summary>Runs whose log is on disk, against the same runs without one, the bare disk, and a database that takes a row a step.</summary>
internal sealed class DurableSuite : ISuite
{
    public string Name => "durable";

    public bool InQuick => true;

    public IReadOnlyList<(string Name, Func<Workload> Create)> Workloads(bool quick) =>
    [
        ("durable-chain-10000", DurableWorkloads.Chain),
        ("durable-fsync-500", DurableWorkloads.Fsync),
        ("durable-resume-100000", () => DurableWorkloads.Resume(rounds: quick ? 5 : 15)),
        ("durable-log-size", DurableWorkloads.LogSize),
    ];
}
