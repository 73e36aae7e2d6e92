namespace Graflow.Payloads.Tests.Shapes;

[Payload]
internal sealed class Fields
{
    public int A;
    public string? B;
}
