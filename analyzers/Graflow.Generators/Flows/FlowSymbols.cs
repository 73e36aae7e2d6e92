using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Flows;

/// <summary>Knows the library's types and members by name.</summary>
internal static class FlowSymbols
{
    private const string Library = "Graflow";

    /// <summary>Whether it can stand in a flow.</summary>
    public static bool IsFlow(ITypeSymbol? type) =>
        type is INamedTypeSymbol or ITypeParameterSymbol && (type.Is(Library, "IExecutable") || type.AllInterfaces.Any(static parent => parent.Is(Library, "IExecutable")));

    /// <summary>Whether flows are made of it: policies too.</summary>
    public static bool IsPart(ITypeSymbol? type) => IsFlow(type) || IsPolicy(type);

    public static bool IsPolicy(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Is(Library, "GroupPolicy"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a member of the type must be there before a flow is made with it.</summary>
    public static bool IsNeeded(ITypeSymbol? type) => IsPart(type) || type.Is(Library, "Execution");

    public static bool IsNode(ITypeSymbol? type) => NodeBase(type) is not null;

    /// <summary>The library's class in which a member is declared, also when it is in one of its extension blocks.</summary>
    public static string? HomeOf(ISymbol? member)
    {
        var type = member?.ContainingType;
        // Extension blocks are nameless types within the class; the Roslyn that this is built on has no name for their kind.
        while (type is { Name: "", ContainingType: { } outer })
        {
            type = outer;
        }

        return type is { ContainingNamespace: { Name: Library, ContainingNamespace.IsGlobalNamespace: true }, ContainingAssembly.Name: WellKnown.LibraryAssembly } ? type.Name : null;
    }

    /// <summary>Whether a node of the type takes nothing.</summary>
    public static bool TakesUnit(ITypeSymbol? node) => NodeBase(node)?.TypeArguments[0].Is(Library, "Unit") == true;

    /// <summary>The task of a generated property such as <c>Orders.Tasks.Fetch</c>; null for any other property.</summary>
    public static TaskMention? Node(IPropertySymbol property)
    {
        if (!property.IsStatic
            || property.Type is not INamedTypeSymbol { ContainingType: { } tasks } node
            || node.Name != property.Name + "Task"
            || !SymbolEqualityComparer.Default.Equals(tasks, property.ContainingType)
            || tasks.ContainingType is not { } container
            || NodeBase(node) is null)
        {
            return null;
        }

        var name = TaskContainer.Of(container.OriginalDefinition).Named(property.Name);
        var id = name?.Id ?? ContainerReader.IdPrefix(container) + property.Name;
        var options = name is null ? OptionSet.Unknown : OptionSet.Of(OptionsReader.Read(name, new ProblemList()));
        return new TaskMention(id, id, TakesUnit(node), options) { Declared = name };
    }

    /// <summary>Whether the compiler refuses to call a method of the library, because it does nothing but throw.</summary>
    public static bool IsRefused(IMethodSymbol method) =>
        method.OriginalDefinition.GetAttributes().Any(static attribute => attribute.AttributeClass.Is("System", "ObsoleteAttribute"));

    /// <summary>Whether an operator converts what branches yield before a task with several parameters takes it.</summary>
    public static bool Converts(IMethodSymbol sequence)
    {
        if (sequence.Parameters[1].Type is not INamedTypeSymbol { Name: "JoinNode" or "AnyOrderJoinNode" } join
            || sequence.Parameters[0].Type is not INamedTypeSymbol { TypeArguments: { Length: 2 } contract }
            || contract[1] is not INamedTypeSymbol { IsTupleType: true } branches)
        {
            return false;
        }

        var elements = branches.TupleElements;
        for (var i = 0; i < elements.Length; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(elements[i].Type, join.TypeArguments[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether there is only one body that can answer.</summary>
    public static bool IsFixed(ISymbol member) =>
        member is { IsVirtual: false, IsAbstract: false, IsOverride: false, IsExtern: false, ContainingType.TypeKind: not TypeKind.Interface };

    private static INamedTypeSymbol? NodeBase(ITypeSymbol? type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (current.Is(Library, "TaskNode", 2))
            {
                return current;
            }
        }

        return null;
    }
}
