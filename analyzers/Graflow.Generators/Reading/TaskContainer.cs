using System.Runtime.CompilerServices;
using Graflow.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>A type that declares tasks or workflows, read once for each compilation however many tasks it has.</summary>
internal sealed class TaskContainer
{
    private const string NodeSuffix = "Task";

    private static readonly ConditionalWeakTable<INamedTypeSymbol, TaskContainer> Known = new();

    private readonly Dictionary<ISymbol, TaskName> _names = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _clashing = new(SymbolEqualityComparer.Default);

    private TaskContainer(INamedTypeSymbol type)
    {
        Type = type;
        IdPrefix = ContainerReader.IdPrefix(type);
        foreach (var name in TaskNameReader.Read(type, IdPrefix))
        {
            _names[name.Method] = name;
        }

        HasWorkflows = type.GetMembers().Any(static member => member.Find("WorkflowAttribute") is not null);
        if (_names.Count > 0 || HasWorkflows)
        {
            TasksName = ContainerReader.TasksName(type);
            NameClashes.Find(this, Problems, _clashing);
            Model = ContainerReader.Read(this, Problems);
        }

        IsFriend = _names.Count > 0 && IsFriendOf(Tasks.First().Attribute.AttributeClass!.ContainingAssembly, type.ContainingAssembly);
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>The containing types and this one, each followed by a dot.</summary>
    public string IdPrefix { get; }

    public string TasksName { get; } = WellKnown.TasksClass;

    public bool HasWorkflows { get; }

    /// <summary>Whether the library shows its internals to the assembly.</summary>
    public bool IsFriend { get; }

    public IReadOnlyCollection<TaskName> Tasks => _names.Values;

    /// <summary>What is wrong with the type itself or with its tasks' names.</summary>
    public ProblemList Problems { get; } = new();

    /// <summary>Null where nodes cannot be added to the type.</summary>
    public ContainerModel? Model { get; }

    public static TaskContainer Of(INamedTypeSymbol type) => Known.GetValue(type, static type => new TaskContainer(type));

    /// <summary>The task of a node's type.</summary>
    /// <returns>Null for every other type, that of a lambda's node included.</returns>
    public static TaskName? OfNode(ITypeSymbol? node) =>
        node is INamedTypeSymbol { ContainingType.ContainingType: { } type } && node.Name.EndsWith(NodeSuffix, StringComparison.Ordinal)
            ? Of(type).Named(node.Name.Substring(0, node.Name.Length - NodeSuffix.Length))
            : null;

    /// <summary>The method's names; null where it is no task or its name clashes with another's.</summary>
    public TaskName? NameOf(IMethodSymbol method) => _names.TryGetValue(method, out var name) && !_clashing.Contains(method) ? name : null;

    public TaskName? Named(string node) => Tasks.FirstOrDefault(task => task.Node == node);

    private static bool IsFriendOf(IAssemblySymbol library, IAssemblySymbol assembly) =>
        SymbolEqualityComparer.Default.Equals(library, assembly) || library.GivesAccessTo(assembly);
}
