namespace Graflow;

/// <summary>A run begins; always the first event.</summary>
public sealed class RunStarted : RunEvent
{
    /// <summary>The flow as text, or the workflow's name.</summary>
    public string Workflow { get; internal init; } = "";

    /// <summary>The ids of all tasks, waits and delays of the flow, in the order in which it is written; those of dynamic targets are not known yet.</summary>
    public IReadOnlyList<string> Tasks { get; internal init; } = [];
}
