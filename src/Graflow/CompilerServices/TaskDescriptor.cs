using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>What the generator knows of one <c>[Task]</c> method. One object for each task: two descriptors with one id are a clash.</summary>
/// <param name="id">The task's id.</param>
/// <param name="body">Which method of the node holds the body.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TaskDescriptor(string id, TaskBody body)
{
    /// <summary>The task's id, such as <c>Orders.Fetch</c>.</summary>
    public string Id { get; } = id;

    /// <summary>Which method of the node holds the body.</summary>
    public TaskBody Body { get; } = body;

    /// <summary>What the body needs besides its input.</summary>
    public TaskInjection Injection { get; init; }

    /// <summary>What the task's attributes say.</summary>
    public TaskOptions Options { get; init; } = new();

    /// <summary>The names of the parameters that make up the input, in order; empty for a task without input.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>For an instance method: the type whose object is taken from the service provider; null for a static method.</summary>
    public Type? InstanceType { get; init; }

    /// <summary>Whether the object can be made without a service provider: the type has a public parameterless constructor.</summary>
    public bool CanCreateInstance { get; init; }

    /// <summary>Ids of the tasks that the body names in <c>Next.To</c>, for pictures.</summary>
    public IReadOnlyList<string> NextTargets { get; init; } = [];

    /// <summary>The assembly that declares the task, for messages.</summary>
    public string Assembly { get; init; } = "";
}
