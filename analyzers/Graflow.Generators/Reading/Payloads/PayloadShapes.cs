using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Tells what a type is in a payload.</summary>
internal static class PayloadShapes
{
    public static PayloadShape Of(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } or ITypeParameterSymbol => PayloadShape.Missing,
        IArrayTypeSymbol => PayloadShape.Array,
        INamedTypeSymbol named when type.TypeKind is not TypeKind.Dynamic => OfNamed(named),
        _ => PayloadShape.Forbidden,
    };

    /// <summary>What the elements of a collection class are; null where it is none.</summary>
    public static ITypeSymbol? ElementOf(INamedTypeSymbol type)
    {
        var collections = type.AllInterfaces.Where(static contract => contract.Is("System.Collections.Generic", "ICollection", 1)).ToArray();
        return collections.Length == 1 ? collections[0].TypeArguments[0] : null;
    }

    private static PayloadShape OfNamed(INamedTypeSymbol type)
    {
        var name = KnownTypes.NameOf(type);
        if (type.SpecialType == SpecialType.System_String || (type.Arity == 0 && (KnownTypes.PlainSize(name) is not null || KnownTypes.CheckedReader(name) is not null || KnownTypes.IsRegistered(name))))
        {
            return PayloadShape.Known;
        }

        if (type.TypeKind == TypeKind.Enum || type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr)
        {
            return PayloadShape.Memory;
        }

        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return PayloadShape.Nullable;
        }

        if (type.Is("Graflow", "Outcome", 1))
        {
            return PayloadShape.Outcome;
        }

        if (KnownTypes.IsCollection(type))
        {
            return PayloadShape.Collection;
        }

        if (type.Is("System.Collections.Generic", "KeyValuePair", 2) || (type.Arity > 0 && type.Is("System", "Tuple", type.Arity)))
        {
            return PayloadShape.Pair;
        }

        if (type.IsTupleType)
        {
            return type.IsUnmanagedType ? PayloadShape.Struct : PayloadShape.Tuple;
        }

        return ForbiddenTypes.Find(type) is not null ? PayloadShape.Forbidden : OfUserType(type);
    }

    private static PayloadShape OfUserType(INamedTypeSymbol type)
    {
        if (type is { TypeKind: TypeKind.Struct, IsUnmanagedType: true })
        {
            return PayloadShape.Struct;
        }

        if (PayloadAttributes.UnionOf(type).Any())
        {
            return PayloadShape.Union;
        }

        return type.IsAbstract ? PayloadShape.Open
            : ElementOf(type) is not null ? PayloadShape.OwnCollection
            : PayloadShape.Object;
    }
}
