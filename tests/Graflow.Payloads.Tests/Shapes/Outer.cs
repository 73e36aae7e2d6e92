namespace Graflow.Payloads.Tests.Shapes;

internal sealed class Outer<T>
{
    public T? Item { get; set; }
}
