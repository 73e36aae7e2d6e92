using Graflow.Bench.Floors;
using Graflow.Bench.Harness;

namespace Graflow.Bench.InProcess;

/// <summary>Runs of four tasks: thousands at once on two cores, and one after the other.</summary>
internal static class DiamondWorkload
{
    private const int Runs = 4096;

    public static Workload AtOnce()
    {
        var many = new ManyRuns(Runs);
        var dag = DagShapes.Diamond();
        ReadyCounterRun[] schedulers = [.. Enumerable.Range(0, Runs).Select(_ => new ReadyCounterRun(dag))];
        var dataflow = new DataflowDiamonds();
        var engine = new WorkflowEngine();
        var flow = BenchFlows.Diamond();
        return new Workload($"diamond-{Runs}-at-once", Meter.MicrosecondsPerRun,
        [
            Peer("await", () => many.RunAsync(_ => DiamondFloors.AwaitAsync(Bodies.Input))),
            Peer("scheduler", () => many.RunAsync(i => schedulers[i].RunAsync(Bodies.Input))),
            Peer("task-run", () => many.RunAsync(_ => DiamondFloors.TaskRunAsync(Bodies.Input))),
            Peer("dataflow", () => dataflow.RunAsync(Runs, Bodies.Input)),
            Peer("graflow", () => many.RunAsync(_ => new ValueTask<int>(engine.RunAsync(flow, Bodies.Input, GraflowPeer.Options)))),
        ])
        {
            Bounds = [Bound.AtMost(3, "us/run"), Bound.BytesAtMost(600)],
        };
    }

    public static Workload OneByOne()
    {
        var scheduler = new ReadyCounterRun(DagShapes.Diamond());
        var engine = new WorkflowEngine();
        var flow = BenchFlows.Diamond();
        return new Workload("diamond-one-by-one", Meter.MicrosecondsPerRun,
        [
            Peer("await", () => InTurnAsync(() => DiamondFloors.AwaitAsync(Bodies.Input))),
            Peer("scheduler", () => InTurnAsync(() => scheduler.RunAsync(Bodies.Input))),
            Peer("task-run", () => InTurnAsync(() => DiamondFloors.TaskRunAsync(Bodies.Input))),
            Peer("graflow", () => InTurnAsync(() => new ValueTask<int>(engine.RunAsync(flow, Bodies.Input, GraflowPeer.Options)))),
        ]);
    }

    private static Peer Peer(string name, Func<ValueTask<double>> run) =>
        new(name, Runs, run) { Expected = (double)Runs * DiamondFloors.Evaluate(Bodies.Input) };

    private static async ValueTask<double> InTurnAsync(Func<ValueTask<int>> run)
    {
        var sum = 0.0;
        for (var i = 0; i < Runs; i++)
        {
            sum += await run();
        }

        return sum;
    }
}
