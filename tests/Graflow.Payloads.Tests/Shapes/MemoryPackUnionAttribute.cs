// MemoryPack's attributes, which are known by their names: its package need not be there.
namespace MemoryPack;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
internal sealed class MemoryPackUnionAttribute(ushort tag, Type type) : Attribute
{
    public ushort Tag => tag;

    public Type Type => type;
}
