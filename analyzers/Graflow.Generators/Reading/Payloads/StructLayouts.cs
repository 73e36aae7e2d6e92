using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Tells which unmanaged structs are plain: no padding that a writer must clear, no bits that a reader must check.</summary>
internal static class StructLayouts
{
    private const int MaxAlignment = 8;

    // A struct in itself is an error that the compiler reports, and no reason to follow it for ever.
    private const int MaxDepth = 32;

    public static bool IsPlain(INamedTypeSymbol type) => SizeOf(type) is not null;

    /// <summary>Whether every field can be described; the memory of other structs is copied as it is.</summary>
    public static bool IsKnown(INamedTypeSymbol type) =>
        type.IsTupleType
        || ((!type.DeclaringSyntaxReferences.IsEmpty || ShowsFields(type))
            && !FieldsOf(type).Any(static field => field.IsFixedSizeBuffer)
            && !(IsInlineArray(type) && FieldsOf(type).Any(static field => field.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })));

    /// <summary>Whether it is its one field several times over.</summary>
    public static bool IsInlineArray(INamedTypeSymbol type) =>
        type.GetAttributes().Any(static attribute => attribute.AttributeClass.Is("System.Runtime.CompilerServices", "InlineArrayAttribute"));

    /// <summary>What <c>[FieldOffset]</c> and <c>[StructLayout]</c> say of where a field is; empty where they say nothing that moves it.</summary>
    public static string PlaceOf(IFieldSymbol field)
    {
        if (Find(field, "FieldOffsetAttribute") is { } place)
        {
            return $"@{place.Argument<int>(0)}";
        }

        var layout = field.ContainingType is { } type ? Find(type, "StructLayoutAttribute") : null;
        var (pack, size) = (layout?.Named<int>("Pack") ?? 0, layout?.Named<int>("Size") ?? 0);
        return (pack > 0 ? $"@pack{pack}" : "") + (size > 0 ? $"@size{size}" : "");
    }

    /// <summary>All fields, private ones included; empty for a struct of another assembly that hides them.</summary>
    public static IEnumerable<IFieldSymbol> FieldsOf(INamedTypeSymbol type) =>
        type.IsTupleType
            ? TupleFields(type)
            : type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && !field.IsConst);

    /// <summary>Another assembly's struct shows its fields, private ones included; the framework's stand for others, and a field of a hidden type cannot be named.</summary>
    private static bool ShowsFields(INamedTypeSymbol type) =>
        !ForbiddenTypes.IsFramework(type) && FieldsOf(type).All(static field => IsPublic(field.Type) && !field.Name.StartsWith("_dummy", StringComparison.Ordinal));

    private static bool IsPublic(ITypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return type is not INamedTypeSymbol named || named.TypeArguments.All(IsPublic);
    }

    private static IEnumerable<IFieldSymbol> TupleFields(INamedTypeSymbol type) =>
        (type.TupleUnderlyingType ?? type).GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && (field.Name == "Rest" || (SymbolEqualityComparer.Default.Equals(field.CorrespondingTupleField ?? field, field) && field.Name.StartsWith("Item", StringComparison.Ordinal))));

    /// <summary>The size and alignment of a plain type; null for one that is not.</summary>
    private static (int Size, int Alignment)? SizeOf(ITypeSymbol type, int depth = 0)
    {
        if (type is INamedTypeSymbol { EnumUnderlyingType: { } underlying })
        {
            return SizeOf(underlying);
        }

        if (KnownTypes.PlainSize(KnownTypes.NameOf(type)) is { } size)
        {
            return (size, size);
        }

        return type.Is("System", "Guid") ? (16, 4) : type is INamedTypeSymbol { IsUnmanagedType: true } named && named.OriginalDefinition.SpecialType == SpecialType.None ? SizeOfStruct(named, depth) : null;
    }

    private static (int Size, int Alignment)? SizeOfStruct(INamedTypeSymbol type, int depth)
    {
        // What says how a struct of another assembly is laid out is no attribute that one could see.
        if (depth > MaxDepth || !IsKnown(type) || IsInlineArray(type) || (!type.IsTupleType && type.DeclaringSyntaxReferences.IsEmpty) || type.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "StructLayoutAttribute" }))
        {
            return null;
        }

        var fields = FieldsOf(type).ToArray();
        var sizes = fields.Select(field => SizeOf(field.Type, depth + 1)).ToArray();
        if (fields.Length == 0 || sizes.Any(static size => size is null))
        {
            return null;
        }

        // A tuple's fields are laid out by the runtime: primitives first, the largest before the others, then structs as they come.
        var ordered = type.IsTupleType
            ? fields.Zip(sizes, static (field, size) => (IsStruct: IsStruct(field.Type), Size: size)).OrderBy(static field => field.IsStruct).ThenByDescending(static field => field.IsStruct ? 0 : field.Size!.Value.Size).Select(static field => field.Size).ToArray()
            : sizes;
        var (offset, alignment) = (0, 1);
        foreach (var field in ordered)
        {
            if (field!.Value.Alignment > MaxAlignment || offset % field.Value.Alignment != 0)
            {
                return null;
            }

            offset += field.Value.Size;
            alignment = Math.Max(alignment, field.Value.Alignment);
        }

        return offset % alignment == 0 ? (offset, alignment) : null;
    }

    private static AttributeData? Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is("System.Runtime.InteropServices", name));

    private static bool IsStruct(ITypeSymbol type) => type is { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None or SpecialType.System_DateTime };
}
