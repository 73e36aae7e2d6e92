using Graflow.Bench.Floors;
using Graflow.Bench.Harness;

namespace Graflow.Bench.InProcess;

/// <summary>One task that asks to be run next, a million times.</summary>
internal static class LoopWorkload
{
    public const int End = 1_000_000;

    /// <summary>The slow floors do a part of the loop; their cost for each iteration does not depend on it.</summary>
    private const int SlowIterations = End / 20;

    public static Workload Create()
    {
        var body = new LoopBody(End);
        return new Workload($"next-loop-{End}", Meter.NanosecondsPerTask,
        [
            Floor("await", End, LoopFloors.AwaitAsync),
            Floor("scheduler", End, LoopFloors.ScheduleAsync),
            Floor("task-run", SlowIterations, LoopFloors.TaskRunAsync),
            Floor("dataflow", SlowIterations, LoopFloors.DataflowAsync),
            GraflowPeer.Create(BenchTasks.Tasks.Count, End, input: 0, End),
        ])
        {
            Bounds = [Bound.AtMost(50, "ns/task")],
        };

        Peer Floor(string name, int iterations, Func<ILoopBody, int, ValueTask<double>> run) =>
            new(name, iterations, () => run(body, End - iterations)) { Expected = End };
    }
}
