using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>Types that cannot flow between tasks.</summary>
internal static class TypeProblems
{
    public static string? Find(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => "a pointer, and nothing keeps what it points to alive",
        { IsRefLikeType: true } or { SpecialType: SpecialType.System_TypedReference } => "a ref struct, which cannot leave the stack; take or return an array or a Memory<T>",
        ITypeParameterSymbol => "which is open; a task has one type",
        IArrayTypeSymbol array => Find(array.ElementType),
        INamedTypeSymbol named => FindInNamed(named),
        _ => null,
    };

    /// <summary>Whether a type in it does not exist; the compiler says so.</summary>
    public static bool IsMissing(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => IsMissing(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsMissing),
        _ => false,
    };

    private static string? FindInNamed(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return $"which its node cannot show because '{outer.Name}' is not visible in the whole assembly; make it internal";
            }

            if (outer.IsFileLocal)
            {
                return $"which its node cannot show because '{outer.Name}' is visible in its file only";
            }
        }

        return type.TypeArguments.Select(Find).FirstOrDefault(static problem => problem is not null);
    }
}
