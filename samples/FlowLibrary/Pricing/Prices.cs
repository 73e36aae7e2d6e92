using Graflow;

namespace Pricing;

/// <summary>A library of tasks, and a flow of them that other programs build on.</summary>
public static partial class Prices
{
    [Task]
    public static decimal Sum(Basket basket) => basket.Items.Sum();

    [Task]
    public static decimal Discount(Basket basket) => basket.Items.Length >= 3 ? 0.1m : 0m;

    [Task]
    public static decimal Reduce(decimal sum, decimal discount) => sum * (1 - discount);

    /// <summary>What a basket costs after the discount.</summary>
    [Workflow]
    public static Flow<Basket, decimal> Total { get; } = (Tasks.Sum | Tasks.Discount) >> Tasks.Reduce;
}
