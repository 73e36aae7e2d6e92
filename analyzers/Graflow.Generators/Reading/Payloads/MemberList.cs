using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Finds the members of a type that make up its payload, in its order: as declared, those of base types first, or by <c>[MemoryPackOrder]</c>.</summary>
internal static class MemberList
{
    public static IReadOnlyList<PayloadMember> Of(INamedTypeSymbol type, Compilation compilation)
    {
        var members = new List<PayloadMember>();
        foreach (var symbol in BasesFirst(type).SelectMany(static declaring => declaring.GetMembers()))
        {
            if (symbol is IPropertySymbol { IsOverride: true } last)
            {
                Override(members, last);
            }
            else if (symbol is IPropertySymbol or IFieldSymbol && symbol is { IsStatic: false, CanBeReferencedByName: true })
            {
                // What hides an inherited member stands for both, whether or not it is written itself.
                members.RemoveAll(hidden => hidden.Name == symbol.Name);
                if (Read(symbol, compilation) is { } member)
                {
                    members.Add(member with { IsHidden = IsHidden(symbol, type) });
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

    /// <summary>The value of an overridden property is where its last override keeps it.</summary>
    private static void Override(List<PayloadMember> members, IPropertySymbol last)
    {
        var index = members.FindIndex(member => member.Name == last.Name);
        if (index >= 0 && last.GetMethod is { } getter)
        {
            var isSame = SymbolEqualityComparer.Default.Equals(last.Type, members[index].Type);
            members[index] = members[index] with { Last = last, BackingField = isSame ? BackingFieldOf(last, getter) : null };
        }
    }

    /// <summary>Whether the member's name means another one, of any kind, that a type between declares.</summary>
    private static bool IsHidden(ISymbol member, INamedTypeSymbol type)
    {
        for (var current = type; current is not null && !SymbolEqualityComparer.Default.Equals(current, member.ContainingType); current = current.BaseType)
        {
            if (current.GetMembers(member.Name).Any(static other => !other.IsOverride))
            {
                return true;
            }
        }

        return false;
    }

    private static PayloadMember? Read(ISymbol symbol, Compilation compilation)
    {
        if (PayloadAttributes.IsIgnored(symbol))
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
