namespace Graflow.Engine;

/// <summary>A frame that a journal names.</summary>
/// <param name="Plan">Its plan.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record JournalFrame(FlowPlan Plan, FramePlace Place)
{
    /// <summary>What a task continued with, or asked for as a side task; null for elements and the run itself.</summary>
    internal IExecutable? Target { get; init; }
}
