namespace MemoryPack;

[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
internal sealed class MemoryPackOrderAttribute(int order) : Attribute
{
    public int Order => order;
}
