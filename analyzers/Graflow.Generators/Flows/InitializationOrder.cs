using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Flows;

/// <summary>The order in which classes initialize their static members.</summary>
internal sealed class InitializationOrder(Compilation compilation)
{
    private static readonly SymbolDisplayFormat Names = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes);

    private Dictionary<SyntaxTree, int>? _files;

    /// <summary>Whether the member is static and gets its value from its initializer.</summary>
    public static bool IsInitialized(ISymbol member) => member is IFieldSymbol { IsStatic: true } || (member is IPropertySymbol { IsStatic: true } property && IsAuto(property));

    /// <summary>Whether the property keeps what its initializer makes. One with a body that uses <c>field</c> makes it when it is asked.</summary>
    public static bool IsAuto(IPropertySymbol property) =>
        !FlowSyntax.HasGetter(property) && property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>The member with its classes, as messages name it.</summary>
    public static string NameOf(ISymbol member) => $"{member.ContainingType?.ToDisplayString(Names)}.{member.Name}";

    /// <summary>Whether two members stand in different files of one class, which have no order in the language.</summary>
    public static bool AreInDifferentFiles(ISymbol left, ISymbol right) => IsOneClass(left, right) && FileOf(left) != FileOf(right);

    /// <summary>Whether a member is still null when another one of its class is initialized: what stands below it is, and so is it itself. Files come in the order in which the compiler takes them.</summary>
    public bool IsLater(ISymbol member, ISymbol than)
    {
        if (!IsOneClass(member, than))
        {
            return false;
        }

        var (mine, other) = (PositionOf(member), PositionOf(than));
        return mine.File != other.File ? mine.File > other.File : mine.Start >= other.Start;
    }

    private static bool IsOneClass(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left.ContainingType, right.ContainingType);

    private static SyntaxTree FileOf(ISymbol member) => member.DeclaringSyntaxReferences[0].SyntaxTree;

    private (int File, int Start) PositionOf(ISymbol member)
    {
        _files ??= compilation.SyntaxTrees.Select(static (tree, index) => (Tree: tree, Index: index)).ToDictionary(static file => file.Tree, static file => file.Index);
        return (_files[FileOf(member)], member.DeclaringSyntaxReferences[0].Span.Start);
    }
}
