using Graflow.Generators.Models;
using Graflow.Generators.Models.Payloads;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Finds the types that attributes and workflows say leave the process.</summary>
internal static class PayloadRoots
{
    /// <summary>What a <c>[Workflow]</c> takes and yields.</summary>
    public static IEnumerable<PayloadRoot> OfWorkflow(ISymbol member) =>
        WorkflowReader.TypesOf(member).Select(type => new PayloadRoot(type, member));

    /// <summary>The types that <c>[Payload]</c> names: the one it stands on, or its argument.</summary>
    public static IEnumerable<PayloadRoot> OfAttributes(ISymbol target, IEnumerable<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (TypeOf(target, attribute) is { } type && !IsOpen(type))
            {
                yield return new PayloadRoot(type, target);
            }
        }
    }

    /// <summary>The type that a <c>[Payload]</c> names.</summary>
    public static ITypeSymbol? TypeOf(ISymbol target, AttributeData attribute) => attribute.Argument<ITypeSymbol>(0) ?? target as ITypeSymbol;

    /// <summary>The codecs of all that the roots reach; a root that cannot leave the process is left out.</summary>
    public static EquatableArray<CodecModel> CodecsIn(this IEnumerable<PayloadRoot> roots, Compilation compilation) =>
        PayloadGraph.Of(compilation).Read(roots.Select(static root => root.Type));

    /// <summary>Whether a type is generic and has no arguments yet.</summary>
    public static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol { IsUnboundGenericType: true } => true,
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType is { } outer && IsOpen(outer)),
        _ => false,
    };
}
