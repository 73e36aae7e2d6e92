using Graflow.Bench.Floors;
using Graflow.Bench.Harness;

namespace Graflow.Bench.InProcess;

/// <summary>How many cores a chain keeps busy: more than one means that workers are woken for nothing.</summary>
internal static class IdleCoreWorkload
{
    /// <summary>Long enough for the clock that counts processor time.</summary>
    private const int Repeats = 50;

    public static Workload Create(int length)
    {
        var dag = DagShapes.Chain(length);
        var flow = GraflowPeer.Create(BenchFlows.Chain(length), length, Bodies.Input, dag.Evaluate(Bodies.Input));
        return new Workload($"chain-{length}-cores", Meter.CoresBusy, [Repeat(GraphFloors.Scheduler(dag, Bodies.Input)), Repeat(flow)])
        {
            Bounds = [Bound.AtMost(1.1, "cores")],
        };
    }

    private static Peer Repeat(Peer peer) => peer with { Operations = peer.Operations * Repeats, Run = () => RepeatAsync(peer) };

    private static async ValueTask<double> RepeatAsync(Peer peer)
    {
        for (var i = 1; i < Repeats; i++)
        {
            ResultCheck.Verify(peer, await peer.Run());
        }

        return await peer.Run();
    }
}
