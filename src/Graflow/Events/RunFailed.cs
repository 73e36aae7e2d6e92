namespace Graflow;

/// <summary>A run failed; always the last event.</summary>
public sealed class RunFailed : RunEvent
{
    /// <summary>What <c>RunAsync</c> throws.</summary>
    public Exception Error { get; internal init; } = null!;
}
