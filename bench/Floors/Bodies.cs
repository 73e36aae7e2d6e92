namespace Graflow.Bench.Floors;

/// <summary>What every peer's tasks compute: cheap, and wrong in the sum if a task is left out, run twice or fed in another order.</summary>
internal static class Bodies
{
    public const int Input = 7;

    public static int Step(int x) => x + 1;

    public static int Cell(int up, int left) => unchecked((up * 3) + left + 1);

    public static int Mix(int a, int b, int c) => unchecked((a * 5) + (b * 3) + c + 1);

    public static int Sum(IReadOnlyList<int> values)
    {
        var sum = 0;
        for (var i = 0; i < values.Count; i++)
        {
            sum = unchecked((sum * 31) + values[i]);
        }

        return sum;
    }
}
