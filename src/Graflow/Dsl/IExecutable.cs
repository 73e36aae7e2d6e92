namespace Graflow;

/// <summary>Anything that can stand in a flow: a task, a flow, a group. Immutable, and safe to share between threads. Graflow implements it; bring your own code in by <c>[Task]</c>, <c>Flow.Task</c> or a handler.</summary>
public interface IExecutable
{
    internal FlowExpression Expression { get; }
}
