namespace Graflow.Bench.Fleet;

/// <summary>Bodies that cost nothing: what is measured is the way to them.</summary>
internal static partial class FleetFlows
{
    public const int PayloadLength = 100;

    public static string Payload { get; } = new('x', PayloadLength);

    [Workflow]
    public static Flow<string, int> One { get; } = Tasks.Length;

    /// <summary>Joined by its driver.</summary>
    [Workflow]
    public static Flow<IReadOnlyList<string>, int> Fan { get; } = Tasks.Length.ForEach().Select(static (IReadOnlyList<int> lengths) => lengths.Sum());

    /// <summary>A task that keeps its first worker until somebody kills it.</summary>
    [Workflow]
    public static Flow<string, int> Stuck { get; } = Tasks.Hold;

    [Task]
    internal static int Length(string payload) => payload.Length;

    /// <param name="marker">A file: whoever finds it missing makes it and stays; whoever finds it is done.</param>
    /// <param name="ct">Never fires in a worker that is killed.</param>
    [Task]
    internal static async Task<int> Hold(string marker, CancellationToken ct)
    {
        if (File.Exists(marker))
        {
            return PayloadLength;
        }

        await File.WriteAllTextAsync(marker, $"{Environment.ProcessId}", ct);
        await Task.Delay(Timeout.Infinite, ct);
        return 0;
    }
}
