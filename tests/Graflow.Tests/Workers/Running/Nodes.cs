using Graflow.CompilerServices;

namespace Graflow.Tests.Workers.Running;

/// <summary>A node written by hand and registered nowhere.</summary>
internal sealed class Nodes() : TaskNode<int, int>(new TaskDescriptor("Nodes.Unregistered", TaskBody.Value))
{
    internal static Nodes Unregistered { get; } = new();

    protected internal override int Invoke(int input, TaskContext context) => input;
}
