namespace Graflow.Bench.Payloads;

internal sealed record Order(int Id, Customer Customer, List<OrderLine> Lines);
