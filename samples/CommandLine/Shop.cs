using Graflow;

namespace CommandLine;

public sealed record Line(string Item, int Count, decimal Price);

public sealed record Order(string Customer, IReadOnlyList<Line> Lines);

public sealed record Receipt(string Customer, decimal Total, string Shipping);

/// <summary>Workflows with inputs of every kind.</summary>
public static partial class Shop
{
    [Workflow]
    public static Flow<Order, Receipt> Sell { get; } =
        Tasks.Check >> (Tasks.Customer | Tasks.Total | (Tasks.Weigh >> Tasks.Ship)) >> Tasks.Write;

    [Workflow]
    public static Flow<(decimal price, int count), decimal> Price => Tasks.Multiply;

    [Workflow]
    public static Flow<string, (int Letters, int Words)> Measure => Tasks.Letters | Tasks.Words;

    [Workflow]
    public static Flow<Unit, string> Greet => Tasks.Hello;

    [Workflow]
    public static Flow<Unit, Unit> Wait { get; } = Tasks.WaitForEver;

    [Task]
    public static Order Check(Order order) =>
        order.Lines.Count > 0 ? order : throw new ArgumentException($"{order.Customer} ordered nothing.");

    [Task] public static string Customer(Order order) => order.Customer;

    [Task(Timeout = "00:00:10"), Retry(2)]
    public static decimal Total(Order order, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return order.Lines.Sum(static line => line.Count * line.Price);
    }

    [Task] public static int Weigh(Order order) => order.Lines.Sum(static line => line.Count);

    [Task] public static string Ship(int count) => count > 10 ? "pallet" : "parcel";

    [Task]
    public static Receipt Write(string customer, decimal total, string shipping)
    {
        Console.WriteLine("What a body prints does not get into the result.");
        return new Receipt(customer, total, shipping);
    }

    [Task] public static decimal Multiply(decimal price, int count) => price * count;

    [Task] public static int Letters(string text) => text.Length;

    [Task] public static int Words(string text) => text.Split(' ').Length;

    [Task] public static string Hello() => "Hello, world.";

    [Task]
    public static async Task WaitForEver(CancellationToken ct)
    {
        await Console.Error.WriteLineAsync("waiting");
        await Task.Delay(Timeout.Infinite, ct);
    }
}
