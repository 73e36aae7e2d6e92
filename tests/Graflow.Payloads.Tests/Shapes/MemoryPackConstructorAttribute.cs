namespace MemoryPack;

[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class MemoryPackConstructorAttribute : Attribute;
