namespace Graflow.Generators.Models.Payloads;

/// <summary>A type as a codec refers to it: all that does not depend on its members.</summary>
/// <param name="Type">With <c>global::</c>, without nullable annotations and names of tuple elements: one text for one run-time type.</param>
/// <param name="Access">How it is written.</param>
/// <param name="Codec">The codec's class: a name in the assembly's namespace of codecs where it is generated, an expression's type where it is the library's.</param>
/// <param name="Wire">What it looks like in a payload, as other types' wire shapes name it.</param>
/// <param name="MinimumSize">An expression for the fewest bytes of a value.</param>
internal sealed record PayloadTypeModel(string Type, PayloadAccess Access, string? Codec, string Wire, string MinimumSize)
{
    /// <summary>What a nullable struct holds.</summary>
    public PayloadTypeModel? Value { get; init; }
}
