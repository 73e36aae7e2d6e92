namespace Graflow.Generators.Models;

/// <summary>One <c>[Task]</c> method: all that its node's text depends on.</summary>
internal sealed record TaskModel
{
    public required ContainerModel Container { get; init; }

    public required string Id { get; init; }

    /// <summary>The node's name, not escaped; its class is this with <c>Task</c> behind it.</summary>
    public required string NodeName { get; init; }

    /// <summary>The method's name, escaped.</summary>
    public required string Method { get; init; }

    public required bool IsPublic { get; init; }

    /// <summary>Whether the library shows its internals to this assembly, which decides how overrides are declared.</summary>
    public required bool IsFriend { get; init; }

    public required string Assembly { get; init; }

    public required EquatableArray<ParameterModel> Parameters { get; init; }

    public required OutputModel Output { get; init; }

    public required NodeBase Base { get; init; }

    /// <summary>The base of the node that leaves out optional parameters.</summary>
    public required NodeBase DefaultsBase { get; init; }

    public required OptionsModel Options { get; init; }

    public InstanceModel? Instance { get; init; }

    public EquatableArray<string> NextTargets { get; init; }

    /// <summary>The method's XML summary, without its tags; null where it has none.</summary>
    public string? Summary { get; init; }

    /// <summary>The message of the method's <c>[Obsolete]</c>; empty for one without a message, null for none.</summary>
    public string? Obsolete { get; init; }

    public string HintName => Container.HintName + "." + NodeName;
}
