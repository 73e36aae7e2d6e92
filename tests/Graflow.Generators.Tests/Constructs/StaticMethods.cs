namespace Shop;

public static partial class Orders
{
    /// <summary>Adds up <paramref name="prices"/>, as <see cref="Enumerable.Sum(IEnumerable{int})"/> does.</summary>
    [Task] public static int Sum(int[] prices) => prices.Sum();

    [Task] public static int[] Fetch() => [1, 2, 3];

    [Task] public static void Store(int sum) => Console.WriteLine(sum);
}
