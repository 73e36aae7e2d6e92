using Graflow.Bench.Harness;

namespace Graflow.Bench.Payloads;

/// <summary>Payloads against System.Text.Json and code written by hand.</summary>
internal sealed class PayloadSuite : ISuite
{
    public string Name => "payloads";

    public bool InQuick => true;

    public IReadOnlyList<(string Name, Func<Workload> Create)> Workloads(bool quick) =>
    [
        ("record-100B-write", PayloadWorkloads.WriteMeasurement),
        ("record-100B-read", PayloadWorkloads.ReadMeasurement),
        ("list-10KB-write", PayloadWorkloads.WriteOrder),
        ("list-10KB-read", PayloadWorkloads.ReadOrder),
        ("doubles-1MB-write", PayloadWorkloads.WriteDoubles),
        ("doubles-1MB-read", PayloadWorkloads.ReadDoubles),
    ];
}
