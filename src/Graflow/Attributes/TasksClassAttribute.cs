namespace Graflow;

/// <summary>Names the nested class that holds the nodes of a type's tasks, for types where <c>Tasks</c> means something else.</summary>
/// <param name="name">The class's name, a C# identifier; <c>Tasks</c> without this attribute.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class TasksClassAttribute(string name) : Attribute
{
    /// <summary>The class's name.</summary>
    public string Name { get; } = name;
}
