using Graflow.Bench.Harness;

namespace Graflow.Bench.InProcess;

/// <summary>The engine in one process against hand-written floors.</summary>
internal sealed class InProcessSuite : ISuite
{
    public string Name => "inproc";

    public bool InQuick => true;

    public IReadOnlyList<(string Name, Func<Workload> Create)> Workloads(bool quick) =>
    [
        ("chain-10000", () => GraphWorkloads.Chain(10_000)),
        ("fan-10000", () => GraphWorkloads.Fan(10_000)),
        ("wavefront-256x256", () => GraphWorkloads.Wavefront(256)),
        ("layered-100x100", () => GraphWorkloads.Layered(100, 100)),
        ("next-loop-1000000", LoopWorkload.Create),
        ("next-loop-1000000-growth", LiveMemoryWorkload.Create),
        ("async-fan-10000", () => AsyncFanWorkload.Create(10_000)),
        ("diamond-4096-at-once", DiamondWorkload.AtOnce),
        ("diamond-one-by-one", DiamondWorkload.OneByOne),
        ("fan-10000-spin-1us", () => SpinFanWorkload.Create(10_000, 1)),
        ("fan-10000-spin-10us", () => SpinFanWorkload.Create(10_000, 10)),
        ("fan-1000-spin-100us", () => SpinFanWorkload.Create(1_000, 100)),
        ("chain-10000-observed", () => ObserverWorkload.Create(10_000)),
        ("chain-10000-cores", () => IdleCoreWorkload.Create(10_000)),
        ("chain-1000-to-100000", FlatnessWorkloads.Chain),
        ("fan-1000-to-100000", FlatnessWorkloads.Fan),
        ("process-start", () => StartupWorkload.Create(quick ? 9 : 41)),
    ];
}
