namespace Graflow.Redis.Tests.Runs;

/// <summary>Flows whose bodies run on workers.</summary>
public static partial class DriverFlows
{
    [Workflow]
    public static Flow<Unit, int> Waiting { get; } = Flow.WaitFor<int>("go");

    [Workflow]
    public static Flow<int, int> One { get; } = Tasks.Twice.Select(static number => number);

    [Workflow]
    public static Flow<int, int> Chain { get; } = Tasks.Twice >> Tasks.Next >> Tasks.Count;

    [Workflow]
    public static Flow<int, long> FanIn { get; } = Tasks.Split >> Tasks.Square.ForEach() >> Tasks.Sum;

    [Task]
    public static int Twice(int number) => 2 * number;

    [Task]
    public static int Next(int number) => number + 1;

    [Task]
    public static async Task<int> Count(int number, TaskContext context)
    {
        await context.Channel.IncrementAsync("counted", number);
        return number;
    }

    [Task]
    public static IReadOnlyList<int> Split(int count) => [.. Enumerable.Range(0, count)];

    [Task]
    public static long Square(int number) => (long)number * number;

    [Task]
    public static long Sum(IReadOnlyList<long> squares) => squares.Sum();
}
