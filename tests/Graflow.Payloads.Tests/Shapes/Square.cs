namespace Graflow.Payloads.Tests.Shapes;

internal sealed class Square : IShape
{
    public int A { get; set; }
}
