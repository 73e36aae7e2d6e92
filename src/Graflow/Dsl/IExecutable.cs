using Graflow.CompilerServices;

namespace Graflow;

/// <summary>Anything that can stand in a flow: a task, a flow, a group. Immutable, and safe to share between threads. Graflow implements it; bring your own code in by <c>[Task]</c>, <c>Flow.Task</c> or a handler.</summary>
public interface IExecutable
{
    internal FlowExpression Expression { get; }

    /// <summary>Writes a target's input as the type that this takes.</summary>
    internal void WriteInput(ref PayloadWriter writer, NextTarget target) => throw Untyped();

    /// <summary>Reads an input of the type that this takes.</summary>
    /// <param name="reader">At the input.</param>
    /// <param name="whole">What is to run: this, or a chain that begins with it.</param>
    internal NextTarget ReadTarget(ref PayloadReader reader, IExecutable whole) => throw Untyped();

    private InvalidOperationException Untyped() => new($"{GetType()} has no input type.");
}
