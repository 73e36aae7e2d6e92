namespace Graflow.Payloads.Tests.Shapes;

internal sealed class Circle : IShape
{
    public int R { get; set; }
}
