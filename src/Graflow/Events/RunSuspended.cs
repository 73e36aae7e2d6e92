namespace Graflow;

/// <summary>The run ends in this process and can be resumed: its engine was disposed of, or its log failed. The last event until then.</summary>
public sealed class RunSuspended : RunEvent
{
    /// <summary>What <c>Completion</c> throws: <see cref="RunSuspendedException"/>, or <see cref="RunLogException"/>.</summary>
    public Exception Error { get; internal init; } = null!;
}
