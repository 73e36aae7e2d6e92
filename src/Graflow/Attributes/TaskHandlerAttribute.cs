namespace Graflow;

/// <summary>Names a handler: <see cref="HandlerCollection.Add(ITaskHandler)"/> registers it under this name, and the analyzers know it (GRF301), also in projects that only refer to the handler's.</summary>
/// <param name="name">What tasks ask for by <c>[Task(Handler = "…")]</c>; compared exactly.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class TaskHandlerAttribute(string name) : Attribute
{
    /// <summary>What tasks ask for.</summary>
    public string Name { get; } = name;
}
