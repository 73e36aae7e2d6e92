namespace Graflow.Payloads.Tests.Shapes;

[Payload]
internal sealed class Order
{
    public int Id { get; set; }

    public Customer? Customer { get; set; }

    public List<Line>? Lines { get; set; }

    public string[]? Tags { get; set; }

    public decimal Total => 0;
}
