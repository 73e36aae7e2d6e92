using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>A <c>[Workflow]</c> member. The flow is read when it is first asked for, not at start-up.</summary>
/// <param name="Name">The workflow's name.</param>
/// <param name="InputType">What the flow takes.</param>
/// <param name="OutputType">What the flow yields.</param>
/// <param name="Flow">Reads the member.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record WorkflowRegistration(string Name, Type InputType, Type OutputType, Func<IExecutable> Flow);
