using Graflow.Bench.Floors;
using Graflow.Bench.Harness;

namespace Graflow.Bench.InProcess;

/// <summary>A fan of bodies that each wait once.</summary>
internal static class AsyncFanWorkload
{
    public static Workload Create(int width)
    {
        var floors = new AsyncFanFloors(width);
        var tasks = width + 2;
        double expected = DagShapes.Fan(width, new StepBody()).Evaluate(Bodies.Input);
        return new Workload($"async-fan-{width}", Meter.NanosecondsPerTask,
        [
            Floor("await", floors.AwaitAsync),
            Floor("scheduler", floors.ScheduleAsync),
            Floor("task-run", floors.TaskRunAsync),
            Floor("dataflow", floors.DataflowAsync),
            GraflowPeer.Create(BenchFlows.Fan(width, name => BenchTasks.Tasks.Yield.As(name)), tasks, Bodies.Input, expected),
        ])
        {
            Floor = "task-run",
            Bounds = [Bound.RatioAtMost(1.3, "task-run")],
        };

        Peer Floor(string name, Func<int, ValueTask<double>> run) => new(name, tasks, () => run(Bodies.Input)) { Expected = expected };
    }
}
