using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Finds the members of a type that make up its payload, in its order: as declared, those of base types first, or by <c>[MemoryPackOrder]</c>.</summary>
internal static class MemberList
{
    public static IReadOnlyList<PayloadMember> Of(INamedTypeSymbol type, Compilation compilation)
    {
        var members = new List<PayloadMember>();
        foreach (var declaring in BasesFirst(type))
        {
            foreach (var symbol in declaring.GetMembers())
            {
                if (Read(symbol, compilation) is { } member)
                {
                    // What hides an inherited member stands for both.
                    members.RemoveAll(hidden => hidden.Name == member.Name);
                    members.Add(member);
                }
            }
        }

        return members.Exists(static member => PayloadAttributes.OrderOf(member.Symbol) is not null)
            ? [.. members.OrderBy(static member => PayloadAttributes.OrderOf(member.Symbol) ?? int.MaxValue)]
            : members;
    }

    private static Stack<INamedTypeSymbol> BasesFirst(INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (var current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            chain.Push(current);
        }

        return chain;
    }

    private static PayloadMember? Read(ISymbol symbol, Compilation compilation)
    {
        if (symbol is not (IPropertySymbol or IFieldSymbol) || symbol.IsStatic || symbol.IsOverride || !symbol.CanBeReferencedByName || PayloadAttributes.IsIgnored(symbol))
        {
            return null;
        }

        return symbol switch
        {
            IPropertySymbol { IsIndexer: false, RefKind: RefKind.None, GetMethod: { } getter } property when IsPartOf(property, getter) && !property.Type.IsRefLikeType =>
                new PayloadMember(property, property.Type, BackingFieldOf(property, getter)),
            IFieldSymbol { IsConst: false, AssociatedSymbol: null, RefKind: RefKind.None } field when IsPartOf(field, field) =>
                new PayloadMember(field, field.Type, field.Name),
            _ => null,
        };
    }

    private static bool IsPartOf(ISymbol member, ISymbol getter) =>
        (member.DeclaredAccessibility == Accessibility.Public && getter.DeclaredAccessibility == Accessibility.Public) || PayloadAttributes.IsIncluded(member);

    /// <summary>The compiler marks the accessors of automatic properties, in other assemblies too, where the field itself cannot be seen.</summary>
    private static string? BackingFieldOf(IPropertySymbol property, IMethodSymbol getter)
    {
        var definition = property.OriginalDefinition;
        var isAutomatic = definition.DeclaringSyntaxReferences.IsEmpty
            ? getter.OriginalDefinition.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "CompilerGeneratedAttribute" })
            : definition.ContainingType.GetMembers().Any(member => member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, definition));
        return isAutomatic ? $"<{property.Name}>k__BackingField" : null;
    }
}
