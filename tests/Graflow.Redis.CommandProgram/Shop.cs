namespace Graflow.Redis.CommandProgram;

public static partial class Shop
{
    [Workflow] public static Flow<int, int> Order { get; } = Tasks.Price >> Tasks.Total;

    [Workflow] public static Flow<int, int> Slow { get; } = Tasks.Price >> Tasks.Hold >> Tasks.Total;

    [Workflow] public static Flow<int, int> Broken { get; } = Tasks.Price >> Tasks.Crash;

    [Task] public static int Price(int count) => 10 * count;

    [Task] public static int Total(int price) => price + 1;

    /// <summary>Stands still until its worker is told to stop.</summary>
    [Task]
    public static async Task<int> Hold(int price, CancellationToken ct)
    {
        await Console.Error.WriteLineAsync("hold began");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
        return price;
    }

    [Task] public static int Crash(int price) => Environment.GetEnvironmentVariable("SHOP_IS_MENDED") is null ? throw new InvalidOperationException($"{price} broke it.") : price;
}
