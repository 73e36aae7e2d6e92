using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>Types as text, and text as types.</summary>
internal static class TypeNames
{
    /// <summary>With <c>global::</c> and nullable annotations: right in any file.</summary>
    public static SymbolDisplayFormat Full { get; } = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>As <c>typeof</c> wants it: without nullable annotations.</summary>
    public static SymbolDisplayFormat Runtime { get; } = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>As a person writes it.</summary>
    public static SymbolDisplayFormat Short { get; } = SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Namespaces with types and escaped keywords, without <c>global::</c>.</summary>
    public static SymbolDisplayFormat Namespace { get; } = SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    public static bool Is(this ITypeSymbol? type, string @namespace, string name, int arity = 0) =>
        type is INamedTypeSymbol named && named.Name == name && named.Arity == arity && IsNamespace(named.ContainingNamespace, @namespace);

    private static bool IsNamespace(INamespaceSymbol? symbol, string name)
    {
        while (symbol is { IsGlobalNamespace: false })
        {
            var dot = name.LastIndexOf('.');
            if (symbol.Name != name.Substring(dot + 1))
            {
                return false;
            }

            symbol = symbol.ContainingNamespace;
            if (dot < 0)
            {
                return symbol is { IsGlobalNamespace: true };
            }

            name = name.Substring(0, dot);
        }

        return false;
    }
}
