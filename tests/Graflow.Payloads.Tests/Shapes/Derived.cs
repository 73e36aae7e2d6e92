namespace Graflow.Payloads.Tests.Shapes;

[Payload]
internal sealed class Derived : Parent
{
    public string? Y { get; set; }
}
