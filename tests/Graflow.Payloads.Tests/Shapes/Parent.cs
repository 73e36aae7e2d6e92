namespace Graflow.Payloads.Tests.Shapes;

internal class Parent
{
    public int X { get; set; }
}
