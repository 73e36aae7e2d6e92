/// <summary>The method that the empty program awaits.</summary>
internal static class Answers
{
    public static async Task<int> IncrementAsync(int x)
    {
        await Task.CompletedTask;
        return x + 1;
    }
}
