namespace Graflow;

/// <summary>A run has its output; always the last event.</summary>
public sealed class RunSucceeded : RunEvent;
