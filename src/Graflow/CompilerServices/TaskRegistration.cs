using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A <c>[Task]</c> method. The node is read when it is first asked for, not at start-up.</summary>
/// <param name="Id">The task's id.</param>
/// <param name="Assembly">The assembly that declares the task, for messages.</param>
/// <param name="Node">Reads the node.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TaskRegistration(string Id, string Assembly, Func<TaskNode> Node);
