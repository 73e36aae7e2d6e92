namespace Graflow;

/// <summary>One of the types that stand for an interface or an abstract class in a payload.</summary>
/// <param name="tag">Its number on the wire; never give it to another type, the payloads that have it may still be read.</param>
/// <param name="type">A type that implements the interface or derives from the class.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UnionAttribute(ushort tag, Type type) : Attribute
{
    /// <summary>The number that comes before the value.</summary>
    public ushort Tag { get; } = tag;

    /// <summary>The type of the value.</summary>
    public Type Type { get; } = type;
}
