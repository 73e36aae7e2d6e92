using Graflow.Bench.Harness;

namespace Graflow.Bench.Processes;

/// <summary>Tasks in child processes against a bare socket to a bare child.</summary>
internal sealed class ProcessSuite : ISuite
{
    public string Name => "processes";

    public bool InQuick => true;

    public IReadOnlyList<(string Name, Func<Workload> Create)> Workloads(bool quick) =>
    [
        ("process-hop", ProcessWorkloads.Hop),
        ("process-throughput", ProcessWorkloads.Throughput),
        ("process-payload-10MB", ProcessWorkloads.Payload),
        ("process-child-start", () => ProcessWorkloads.ChildStart(rounds: quick ? 7 : 25)),
    ];
}
