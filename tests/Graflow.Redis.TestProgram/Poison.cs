namespace Graflow.Redis.TestProgram;

/// <summary>One of the numbers ends every process that touches it.</summary>
public static partial class Poison
{
    public const int Deadly = 3;

    [Workflow]
    public static Flow<int, string> Tolerant { get; } = Tasks.Count >> Tasks.Touch.ForEach().WithPolicy(GroupPolicy.BestEffort) >> Tasks.Tell;

    [Task]
    public static IReadOnlyList<int> Count(int count) => [.. Enumerable.Range(0, count)];

    [Task]
    public static int Touch(int number)
    {
        if (number == Deadly)
        {
            Environment.FailFast("Poison, as the test wants it.");
        }

        return number;
    }

    [Task]
    public static string Tell(IReadOnlyList<Outcome<int>> outcomes) =>
        string.Join(' ', outcomes.Select(static outcome => outcome.IsSuccess ? $"{outcome.Value}" : outcome.Failure!.Message));
}
