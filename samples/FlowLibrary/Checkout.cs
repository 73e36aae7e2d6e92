using System.Globalization;
using Graflow;
using Pricing;

namespace FlowLibrary;

internal static partial class Checkout
{
    [Task]
    public static string Greet(Basket basket) => $"Dear {basket.Customer}";

    [Task]
    public static string Write(string greeting, decimal total) =>
        string.Create(CultureInfo.InvariantCulture, $"{greeting}, that is {total:0.00}.");

    /// <summary>The library's flow is a branch like any task.</summary>
    [Workflow]
    public static Flow<Basket, string> Receipt { get; } = (Tasks.Greet | Prices.Total) >> Tasks.Write;
}
