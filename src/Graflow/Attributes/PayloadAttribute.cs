namespace Graflow;

/// <summary>Asks for a codec: on a type for that type, on an assembly for a type of another assembly or a closed generic. Types of task signatures and channel keys need none.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class PayloadAttribute : Attribute
{
    /// <summary>The type that the attribute stands on.</summary>
    public PayloadAttribute()
    {
    }

    /// <summary>Another type: <c>[assembly: Payload(typeof(Page&lt;Order&gt;))]</c>.</summary>
    public PayloadAttribute(Type type)
    {
        Type = type;
    }

    /// <summary>The type; null for the one that the attribute stands on.</summary>
    public Type? Type { get; }
}
