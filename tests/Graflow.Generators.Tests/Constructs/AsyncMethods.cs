public static partial class Orders
{
    [Task] public static Task<int> First(string text) => Task.FromResult(text.Length);

    [Task] public static async ValueTask<int> Second(string text, CancellationToken ct)
    {
        await Task.Yield();
        return text.Length;
    }

    [Task] public static Task Third(string text) => Task.CompletedTask;

    [Task] public static ValueTask Fourth() => default;
}
