using Graflow.Bench.Harness;

namespace Graflow.Bench.Floors;

/// <summary>The four hand-written ways to run a graph, each checked against the evaluation in order.</summary>
internal static class GraphFloors
{
    public static IReadOnlyList<Peer> Chain(Dag dag, int input) => Peers(dag, input, new TaskRunChain(dag).RunAsync, new DataflowGraph(dag).RunAsync);

    public static IReadOnlyList<Peer> Fan(Dag dag, int input) => Peers(dag, input, new TaskRunFan(dag).RunAsync, new DataflowFan(dag).RunAsync);

    public static IReadOnlyList<Peer> Any(Dag dag, int input) => Peers(dag, input, new TaskRunGraph(dag).RunAsync, new DataflowGraph(dag).RunAsync);

    public static Peer Scheduler(Dag dag, int input, string name = "scheduler")
    {
        var scheduler = new ReadyCounterRun(dag);
        return new Peer(name, dag.Tasks, async () => await scheduler.RunAsync(input)) { Expected = dag.Evaluate(input) };
    }

    private static Peer[] Peers(Dag dag, int input, Func<int, ValueTask<double>> taskRun, Func<int, ValueTask<double>> dataflow)
    {
        var expected = dag.Evaluate(input);
        var loop = new AwaitLoop(dag);
        return
        [
            new Peer("await", dag.Tasks, () => loop.RunAsync(input)) { Expected = expected },
            Scheduler(dag, input),
            new Peer("task-run", dag.Tasks, () => taskRun(input)) { Expected = expected },
            new Peer("dataflow", dag.Tasks, () => dataflow(input)) { Expected = expected },
        ];
    }
}
