namespace Graflow.Bench.Processes;

/// <summary>Bodies that cost nothing: what is measured is the way to them.</summary>
internal static partial class ProcessTasks
{
    [Task]
    internal static int Next(int value) => value + 1;

    [Task]
    internal static double Last(double[] values) => values[^1];

    /// <summary>A chain of so many vertices.</summary>
    internal static IExecutable<int, int> Chain(int length)
    {
        IExecutable<int, int> chain = Tasks.Next;
        for (var i = 1; i < length; i++)
        {
            chain = chain >> Tasks.Next.As($"n{i}");
        }

        return chain;
    }
}
