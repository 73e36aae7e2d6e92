using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Reads what attributes say of a payload. MemoryPack's are known by name, so that its package need not be there.</summary>
internal static class PayloadAttributes
{
    public static AttributeData? FindByName(this ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name == name && (name.StartsWith("MemoryPack", StringComparison.Ordinal) || type.Is("Graflow", name)))
            {
                return attribute;
            }
        }

        return null;
    }

    public static bool IsIgnored(ISymbol member) => member.FindByName("MemoryPackIgnoreAttribute") is not null || member.FindByName("PayloadIgnoreAttribute") is not null;

    public static bool IsIncluded(ISymbol member) => member.FindByName("MemoryPackIncludeAttribute") is not null;

    public static int? OrderOf(ISymbol member) => member.FindByName("MemoryPackOrderAttribute")?.Argument<int>(0);

    /// <summary>The tags and types of a union; a type is null where it does not exist.</summary>
    public static IEnumerable<(int Tag, INamedTypeSymbol? Type)> UnionOf(ITypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "MemoryPackUnionAttribute" or "UnionAttribute" } kind && (kind.Name != "UnionAttribute" || kind.Is("Graflow", kind.Name)))
            {
                yield return (TagOf(attribute), attribute.Argument<INamedTypeSymbol>(1));
            }
        }
    }

    /// <summary>Why a type that MemoryPack writes in another mode cannot be written here.</summary>
    public static string? UnsupportedMode(ITypeSymbol type)
    {
        var mode = type.FindByName("MemoryPackableAttribute")?.ConstructorArguments
            .Where(static argument => argument.Type is { Name: "GenerateType" } && argument.Value is not null)
            .Select(static argument => argument.Type!.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, argument.Value))?.Name)
            .FirstOrDefault();
        return mode is "VersionTolerant" or "CircularReference" or "NoGenerate"
            ? $"is written by MemoryPack in its mode {mode}, which has other bytes; leave the mode out"
            : null;
    }

    /// <summary>Whether a member has a formatter of its own, whose bytes only MemoryPack knows.</summary>
    public static bool HasFormatter(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
            {
                if (type.Name == "MemoryPackCustomFormatterAttribute")
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int TagOf(AttributeData attribute) =>
        attribute.ConstructorArguments is { Length: > 0 } arguments ? arguments[0] switch
        {
            { Kind: TypedConstantKind.Array } => -1,
            { Value: ushort tag } => tag,
            { Value: int tag } => tag,
            { Value: byte tag } => tag,
            _ => -1,
        } : -1;
}
