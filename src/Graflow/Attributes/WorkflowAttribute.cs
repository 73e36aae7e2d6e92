namespace Graflow;

/// <summary>Registers a flow under a name, so that other processes and the command line can find it. For static properties and parameterless static methods that return a flow, a group or a task.</summary>
/// <param name="name">The workflow's name; by default the containing types and the member, such as <c>Orders.Daily</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class WorkflowAttribute(string? name = null) : Attribute
{
    /// <summary>The name given to the constructor; null means containing types and member name.</summary>
    public string? Name { get; } = name;
}
