using MemoryPack;

namespace Graflow.Payloads.Tests.Shapes;

[Payload]
[MemoryPackUnion(0, typeof(Circle)), MemoryPackUnion(1, typeof(Square))]
internal interface IShape;
