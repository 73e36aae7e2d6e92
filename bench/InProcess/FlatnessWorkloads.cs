using Graflow.Bench.Floors;
using Graflow.Bench.Harness;

namespace Graflow.Bench.InProcess;

/// <summary>The cost of a task in a small run and in a large one.</summary>
internal static class FlatnessWorkloads
{
    private const int Small = 1_000;
    private const int Large = 100_000;

    public static Workload Chain() => Create("chain", DagShapes.Chain, BenchFlows.Chain);

    public static Workload Fan() =>
        Create("fan", width => DagShapes.Fan(width, new StepBody()), width => BenchFlows.Fan(width, name => BenchTasks.Tasks.Step.As(name)));

    private static Workload Create(string shape, Func<int, Dag> dag, Func<int, IExecutable<int, int>> flow) =>
        new($"{shape}-{Small}-to-{Large}", Meter.NanosecondsPerTask, [.. Peers(Small, dag, flow), .. Peers(Large, dag, flow)])
        {
            Floor = $"graflow-{Small}",
            Bounds = [Bound.RatioAtMost(1.3, $"graflow-{Small}", $"graflow-{Large}")],
        };

    private static IEnumerable<Peer> Peers(int size, Func<int, Dag> createDag, Func<int, IExecutable<int, int>> createFlow)
    {
        var dag = createDag(size);
        var flow = createFlow(size);
        yield return Repeat(GraphFloors.Scheduler(dag, Bodies.Input, $"scheduler-{size}"));
        yield return Repeat(GraflowPeer.Create(flow, dag.Tasks, Bodies.Input, dag.Evaluate(Bodies.Input), $"graflow-{size}"));
    }

    /// <summary>As many runs of the small graph as make up the large one, so that both are timed over the same stretch.</summary>
    private static Peer Repeat(Peer peer)
    {
        var times = (int)Math.Max(1, Large / peer.Operations);
        return peer with { Operations = peer.Operations * times, Run = () => RepeatAsync(peer, times) };
    }

    private static async ValueTask<double> RepeatAsync(Peer peer, int times)
    {
        for (var i = 1; i < times; i++)
        {
            ResultCheck.Verify(peer, await peer.Run());
        }

        return await peer.Run();
    }
}
