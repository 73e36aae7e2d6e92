using Graflow.Bench.Floors;
using Graflow.Bench.Harness;

namespace Graflow.Bench.InProcess;

/// <summary>Bodies that do nothing: the whole time is the engine's.</summary>
internal static class GraphWorkloads
{
    /// <summary>What a run may allocate, spread over its tasks: less than a rounding error.</summary>
    private const double PerRunBytes = 0.5;

    /// <summary>The list of all values that the last task of a fan takes and may keep: 4 bytes for each.</summary>
    private const double ListBytes = 4;

    private const int Seed = 20260101;

    public static Workload Chain(int length)
    {
        var dag = DagShapes.Chain(length);
        return Create($"chain-{length}", GraphFloors.Chain(dag, Bodies.Input), dag, BenchFlows.Chain(length)) with
        {
            Bounds = [Bound.AtMost(60, "ns/task"), Bound.FasterThan(10, "task-run"), Bound.BytesAtMost(PerRunBytes)],
        };
    }

    public static Workload Fan(int width)
    {
        var dag = DagShapes.Fan(width, new StepBody());
        return Create($"fan-{width}", GraphFloors.Fan(dag, Bodies.Input), dag, BenchFlows.Fan(width, name => BenchTasks.Tasks.Step.As(name))) with
        {
            Bounds = [Bound.AtMost(130, "ns/task"), Bound.RatioAtMost(1.5, "scheduler"), Bound.BytesAtMost(ListBytes + PerRunBytes)],
        };
    }

    public static Workload Wavefront(int side)
    {
        var dag = DagShapes.Wavefront(side);
        return Create($"wavefront-{side}x{side}", GraphFloors.Any(dag, Bodies.Input), dag, BenchFlows.Wavefront(side)) with
        {
            Bounds = [Bound.AtMost(120, "ns/task"), Bound.FasterThanBestOf(2, "dataflow"), Bound.BytesAtMost(PerRunBytes)],
        };
    }

    public static Workload Layered(int layers, int width)
    {
        var shape = new RandomLayers(layers, width, Seed);
        var dag = DagShapes.Layered(shape);
        return Create($"layered-{layers}x{width}", GraphFloors.Any(dag, Bodies.Input), dag, BenchFlows.Layered(shape)) with
        {
            Bounds = [Bound.AtMost(150, "ns/task"), Bound.RatioAtMost(1.5, "scheduler"), Bound.BytesAtMost(PerRunBytes)],
        };
    }

    private static Workload Create(string name, IReadOnlyList<Peer> floors, Dag dag, IExecutable<int, int> flow) =>
        new(name, Meter.NanosecondsPerTask, [.. floors, GraflowPeer.Create(flow, dag.Tasks, Bodies.Input, dag.Evaluate(Bodies.Input))]);
}
