using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>Finds the library's attributes and their values.</summary>
internal static class AttributeReading
{
    public static AttributeData? Find(this ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.Is("Graflow", name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The value of a constructor argument; null where it is absent, null or of another type, as in half-typed code.</summary>
    public static T? Argument<T>(this AttributeData attribute, int index) =>
        attribute.ConstructorArguments.Length > index && attribute.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array, Value: T value } ? value : default;

    /// <summary>The value of a property set in the attribute; null where it is not set or of another type.</summary>
    public static T? Named<T>(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: not TypedConstantKind.Array, Value: T value })
            {
                return value;
            }
        }

        return default;
    }
}
