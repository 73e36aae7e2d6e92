namespace Graflow.TestProgram;

/// <summary>A flow that stands still in the middle, where the environment says so.</summary>
public static partial class Held
{
    // One body at a time: when one tells that it holds, the end of the one beside it is in the log.
    [Workflow]
    public static Flow<int, int> All { get; } = (Tasks.First >> (Tasks.Left | Tasks.Hold) >> Tasks.Add).WithExecution(Execution.Direct);

    [Task]
    public static int First(int value) => Told("first", value + 1);

    [Task]
    public static int Left(int value) => Told("left", 10 * value);

    /// <summary>Tells that it holds, and does so until it is cancelled or its process is gone.</summary>
    [Task]
    public static async Task<int> Hold(int value, CancellationToken ct)
    {
        Told("hold", value);
        if (Environment.GetEnvironmentVariable("GRAFLOW_TEST_HOLDS") is not null)
        {
            await Task.Delay(Timeout.Infinite, ct);
        }

        return value;
    }

    [Task]
    public static int Add(int left, int right) => Told("add", left + right);

    private static int Told(string task, int value)
    {
        Console.Error.WriteLine($"{task} ran");
        return value;
    }
}
