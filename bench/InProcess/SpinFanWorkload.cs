using Graflow.Bench.Floors;
using Graflow.Bench.Harness;

namespace Graflow.Bench.InProcess;

/// <summary>A fan of bodies of a known length: how much of two cores they get.</summary>
internal static class SpinFanWorkload
{
    private const int Cores = 2;

    public static Workload Create(int width, int microseconds)
    {
        var body = TimeSpan.FromMicroseconds(microseconds);
        var dag = DagShapes.Fan(width, new SpinBody(body));
        var flow = BenchFlows.Fan(width, Branch(microseconds));
        return new Workload($"fan-{width}-spin-{microseconds}us", Meter.Utilisation(Cores, body),
        [
            .. GraphFloors.Fan(dag, Bodies.Input).Where(peer => peer.Name != "await"),
            GraflowPeer.Create(flow, dag.Tasks, Bodies.Input, dag.Evaluate(Bodies.Input)),
        ])
        {
            // Where other programs take a core, no peer reaches 95 %: the second bound holds there too.
            Bounds = microseconds >= 10 ? [Bound.AtLeast(95, "%"), Bound.RatioAtLeast(0.95, "scheduler")] : [],
        };
    }

    private static Func<string, IExecutable<int, int>> Branch(int microseconds) => microseconds switch
    {
        1 => name => BenchTasks.Tasks.Spin1.As(name),
        10 => name => BenchTasks.Tasks.Spin10.As(name),
        100 => name => BenchTasks.Tasks.Spin100.As(name),
        _ => throw new ArgumentOutOfRangeException(nameof(microseconds)),
    };
}
