using Graflow.Bench.Harness;

namespace Graflow.Bench.Fleet;

/// <summary>Runs whose bodies are in worker processes, over a Redis of their own, against the bare server and against BullMQ where that is installed.</summary>
internal sealed class FleetSuite : ISuite
{
    public string Name => "fleet";

    public bool InQuick => false;

    public IReadOnlyList<(string Name, Func<Workload> Create)> Workloads(bool quick) => !RedisServer.IsInstalled ? [] :
    [
        ("fleet-throughput-1", () => FleetWorkloads.Throughput(slots: 1, atLeast: 15_000)),
        ("fleet-throughput-16", () => FleetWorkloads.Throughput(slots: 16, atLeast: 30_000)),
        ("fleet-one-task", FleetWorkloads.OneTask),
        ("fleet-one-task-p99", FleetWorkloads.OneTaskTail),
        ("fleet-join-1000", () => FleetWorkloads.Join(1_000, atMost: 40)),
        ("fleet-join-10000", () => FleetWorkloads.Join(10_000, atMost: 1_000)),
        ("fleet-operations", FleetWorkloads.Operations),
        ("fleet-recovery-2s", () => FleetWorkloads.Recovery(lease: 2, atMost: 3, rounds: quick ? 3 : 5)),
        ("fleet-recovery", () => FleetWorkloads.Recovery(lease: 9, atMost: 11, rounds: quick ? 1 : 3)),
    ];
}
