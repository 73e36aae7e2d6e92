namespace Graflow;

/// <summary>A run was cancelled; always the last event.</summary>
public sealed class RunCancelled : RunEvent
{
    /// <summary>Who cancelled it, and why.</summary>
    public string Reason { get; internal init; } = "";
}
