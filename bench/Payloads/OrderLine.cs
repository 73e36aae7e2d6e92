namespace Graflow.Bench.Payloads;

internal sealed record OrderLine(string Sku, int Quantity, decimal Price, string Note);
