using Graflow.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Graflow.Generators.Reading;

/// <summary>Chooses a node's base. Where two inputs could be filled by one and the same branch, the order decides, so only unrelated types may come in any order.</summary>
internal static class JoinShape
{
    public static NodeBase Of(IReadOnlyList<IParameterSymbol> inputs, Compilation compilation) => inputs.Count switch
    {
        0 or 1 => NodeBase.Single,
        2 => AreUnrelated(inputs[0], inputs[1], compilation) ? NodeBase.AnyOrderJoin : NodeBase.Join,
        3 => AreUnrelated(inputs[0], inputs[1], compilation) && AreUnrelated(inputs[0], inputs[2], compilation) && AreUnrelated(inputs[1], inputs[2], compilation)
            ? NodeBase.AnyOrderJoin
            : NodeBase.Join,
        _ => NodeBase.Join,
    };

    private static bool AreUnrelated(IParameterSymbol left, IParameterSymbol right, Compilation compilation) =>
        !SymbolEqualityComparer.Default.Equals(left.Type, right.Type)
        && !Converts(left.Type, right.Type, compilation)
        && !Converts(right.Type, left.Type, compilation)
        && !CanShareADerivedType(left.Type, right.Type);

    private static bool Converts(ITypeSymbol from, ITypeSymbol to, Compilation compilation) =>
        compilation.ClassifyConversion(from, to) is { Exists: true, IsImplicit: true } conversion
        && (conversion.IsIdentity || conversion.IsReference || conversion.IsBoxing);

    /// <summary>Whether a type may exist that is both: an interface and anything that others may still derive from.</summary>
    private static bool CanShareADerivedType(ITypeSymbol left, ITypeSymbol right) =>
        (left.TypeKind == TypeKind.Interface && IsOpen(right)) || (right.TypeKind == TypeKind.Interface && IsOpen(left));

    private static bool IsOpen(ITypeSymbol type) => type.TypeKind is TypeKind.Interface or TypeKind.Dynamic || (type.TypeKind == TypeKind.Class && !type.IsSealed);
}
