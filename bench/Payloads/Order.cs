namespace Graflow.Bench.Payloads;

[Payload]
internal sealed record Order(int Id, Customer Customer, List<OrderLine> Lines);
