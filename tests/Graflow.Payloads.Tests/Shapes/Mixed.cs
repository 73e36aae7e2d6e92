namespace Graflow.Payloads.Tests.Shapes;

internal struct Mixed
{
    public int N { get; set; }

    public string S { get; set; }
}
