using Graflow.Bench.Floors;
using Graflow.Bench.Harness;

namespace Graflow.Bench.InProcess;

/// <summary>The chain with an observer that counts events, and without.</summary>
internal static class ObserverWorkload
{
    public static Workload Create(int length)
    {
        var dag = DagShapes.Chain(length);
        var expected = dag.Evaluate(Bodies.Input);
        var flow = BenchFlows.Chain(length);
        var observed = new WorkflowEngine(options => options.Observers.Add(new CountingObserver()));
        return new Workload($"chain-{length}-observed", Meter.NanosecondsPerTask,
        [
            GraflowPeer.Create(flow, length, Bodies.Input, expected),
            GraflowPeer.Create(flow, length, Bodies.Input, expected, "graflow-observed", observed),
        ])
        {
            Floor = "graflow",
            Bounds = [Bound.RatioAtMost(2, "graflow", "graflow-observed")],
        };
    }
}
