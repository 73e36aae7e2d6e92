using Graflow.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Flows;

/// <summary>Finds classes whose initializers need each other: the one that is entered first finds the other's flows null.</summary>
internal static class InitializationCycle
{
    /// <param name="project">The compilation's flows.</param>
    /// <param name="member">A static member that is being initialized.</param>
    /// <param name="reads">What its initializer needs.</param>
    public static IEnumerable<FlowProblem> Find(FlowProject project, ISymbol member, IReadOnlyList<(ISymbol Member, Site Site)> reads)
    {
        foreach (var (needed, site) in reads.Where(read => !IsOneClass(read.Member, member)))
        {
            if (WayBack(project, needed.ContainingType, member, new HashSet<ISymbol>(SymbolEqualityComparer.Default)) is { } back)
            {
                var message = FlowWords.InitializationCycle(InitializationOrder.NameOf(member), InitializationOrder.NameOf(needed), InitializationOrder.NameOf(back.Reader), InitializationOrder.NameOf(back.Member));
                yield return new FlowProblem(FlowRules.Order, message, site, [back.Site]) { IsByLuck = !project.Order.IsLater(needed, than: back.Reader) };
                yield break;
            }
        }
    }

    /// <summary>What a class, or those that it initializes in turn, reads of the member's class before it is there.</summary>
    private static (ISymbol Reader, ISymbol Member, Site Site)? WayBack(FlowProject project, INamedTypeSymbol type, ISymbol member, HashSet<ISymbol> seen)
    {
        if (!seen.Add(type))
        {
            return null;
        }

        foreach (var reader in type.GetMembers().Where(static reader => InitializationOrder.IsInitialized(reader) && IsFlow(reader)))
        {
            foreach (var (read, site) in project.ReadsOf(reader))
            {
                if (project.Order.IsLater(read, than: member))
                {
                    return (reader, read, site);
                }

                if (!IsOneClass(read, reader) && !IsOneClass(read, member) && WayBack(project, read.ContainingType, member, seen) is { } way)
                {
                    return way;
                }
            }
        }

        return null;
    }

    private static bool IsFlow(ISymbol member) => FlowSymbols.IsFlow(member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type);

    private static bool IsOneClass(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left.ContainingType, right.ContainingType);
}
