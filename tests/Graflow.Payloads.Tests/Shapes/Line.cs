namespace Graflow.Payloads.Tests.Shapes;

internal sealed record Line(string Sku, int Quantity, decimal Price);
