namespace Graflow.Redis.TestProgram;

/// <summary>A run that is hardly one.</summary>
public static partial class Small
{
    [Workflow]
    public static Flow<int, int> Chain { get; } = Tasks.Increment >> Tasks.Twice;

    [Task]
    public static int Increment(int number) => number + 1;

    [Task]
    public static int Twice(int number) => 2 * number;
}
