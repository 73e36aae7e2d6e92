using Graflow.Bench.Floors;

namespace Graflow.Bench.InProcess;

/// <summary>The tasks under measurement, written as users write them.</summary>
internal static partial class BenchTasks
{
    [Task]
    public static int Step(int x) => Bodies.Step(x);

    [Task]
    public static int Cell(int up, int left) => Bodies.Cell(up, left);

    [Task]
    public static int Mix(int a, int b, int c) => Bodies.Mix(a, b, c);

    [Task]
    public static int Sum(IReadOnlyList<int> values) => Bodies.Sum(values);

    [Task]
    public static Task<int> Yield(int x) => AsyncFanFloors.YieldAsync(x);

    [Task]
    public static int Spin1(int x) => Spinner.Spin(x, TimeSpan.FromMicroseconds(1));

    [Task]
    public static int Spin10(int x) => Spinner.Spin(x, TimeSpan.FromMicroseconds(10));

    [Task]
    public static int Spin100(int x) => Spinner.Spin(x, TimeSpan.FromMicroseconds(100));

    [Task]
    public static Next<int> Count(int x) =>
        Bodies.Step(x) is var next && next < LoopWorkload.End ? Next.To(Tasks.Count, next) : next;

    [Task]
    public static Next<int> CountProbed(int x)
    {
        LiveMemoryWorkload.Probe(x);
        return Bodies.Step(x) is var next && next < LoopWorkload.End ? Next.To(Tasks.CountProbed, next) : next;
    }
}
