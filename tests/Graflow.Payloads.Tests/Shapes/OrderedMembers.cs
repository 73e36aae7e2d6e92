using MemoryPack;

namespace Graflow.Payloads.Tests.Shapes;

[Payload]
internal sealed class OrderedMembers
{
    [MemoryPackOrder(1)]
    public string? B { get; set; }

    [MemoryPackOrder(0)]
    public int A { get; set; }
}
