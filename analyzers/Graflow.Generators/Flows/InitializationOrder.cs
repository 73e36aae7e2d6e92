using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Flows;

/// <summary>The order in which a class initializes its static members.</summary>
internal static class InitializationOrder
{
    /// <summary>Whether the member is static and gets its value from its initializer.</summary>
    public static bool IsInitialized(ISymbol member) => member is IFieldSymbol { IsStatic: true } || (member is IPropertySymbol { IsStatic: true } property && IsAuto(property));

    /// <summary>Whether the property keeps what its initializer makes.</summary>
    public static bool IsAuto(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>Whether a member is still null when another one of its class is initialized. Parts of a class in different files have no order.</summary>
    public static bool IsLater(ISymbol member, ISymbol? than)
    {
        if (than is null || !SymbolEqualityComparer.Default.Equals(member.ContainingType, than.ContainingType))
        {
            return false;
        }

        var (mine, other) = (member.DeclaringSyntaxReferences[0], than.DeclaringSyntaxReferences[0]);
        return mine.SyntaxTree == other.SyntaxTree && mine.Span.Start >= other.Span.Start;
    }
}
