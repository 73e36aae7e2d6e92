using Graflow;

/// <summary>The task that the program runs.</summary>
internal static partial class Answers
{
    [Task]
    public static async Task<int> Increment(int x)
    {
        await Task.CompletedTask;
        return x + 1;
    }
}
