namespace Graflow.Bench.Payloads;

internal sealed record Customer(string Name, string Street, string City);
