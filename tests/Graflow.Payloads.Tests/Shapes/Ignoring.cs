using MemoryPack;

namespace Graflow.Payloads.Tests.Shapes;

[Payload]
internal sealed class Ignoring
{
    public int A { get; set; }

    [MemoryPackIgnore]
    public int Skip { get; set; }
}
