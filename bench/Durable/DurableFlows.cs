namespace Graflow.Bench.Durable;

/// <summary>Flows whose bodies do nothing, registered so that they can be resumed.</summary>
internal static partial class DurableFlows
{
    internal const int ChainLength = 10_000;
    internal const int FsyncLength = 500;

    [Task]
    internal static int Step(int value) => value + 1;

    [Task]
    internal static int Count(IReadOnlyList<int> values) => values.Count;

    [Task]
    internal static int Add(int count, int extra) => count + extra;

    [Workflow]
    internal static Flow<int, int> Long { get; } = Chain(ChainLength);

    [Workflow]
    internal static Flow<int, int> Short { get; } = Chain(FsyncLength);

    /// <summary>Many finished tasks, then a wait: what is resumed is all behind it.</summary>
    [Workflow]
    internal static Flow<IReadOnlyList<int>, int> Wide { get; } =
        Tasks.Step.ForEach() >> (Tasks.Count | Flow.WaitFor<int>("go")) >> Tasks.Add;

    private static Flow<int, int> Chain(int length)
    {
        IExecutable<int, int> chain = Tasks.Step;
        for (var i = 1; i < length; i++)
        {
            chain = chain >> Tasks.Step.As($"n{i}");
        }

        return chain >> Tasks.Step.As("last");
    }
}
