namespace MemoryPack;

[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
internal sealed class MemoryPackIncludeAttribute : Attribute;
