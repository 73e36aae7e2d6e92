namespace Graflow;

/// <summary>Leaves a member out of payloads: it is not written, and a value that is read has what its constructor or initializer gives. <c>[MemoryPackIgnore]</c> says the same.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PayloadIgnoreAttribute : Attribute;
