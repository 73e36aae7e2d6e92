namespace Graflow.Payloads.Tests.Shapes;

[Payload]
internal struct Padded
{
    public byte A;
    public long B;
}
