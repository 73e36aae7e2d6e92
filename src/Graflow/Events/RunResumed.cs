namespace Graflow;

/// <summary>The run goes on, after its process was gone or its engine was disposed of. What happened before comes before it, with its times; what was running then runs again.</summary>
public sealed class RunResumed : RunEvent
{
    /// <summary>Which process goes on, as <c>id@machine</c>.</summary>
    public string Process { get; internal init; } = "";
}
