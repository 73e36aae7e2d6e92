namespace Graflow;

/// <summary>What a picture says of a task beside its name, such as how a run of it went.</summary>
/// <param name="Text">Shown when the pointer rests on the task.</param>
/// <param name="Failed">Whether the task is drawn as failed.</param>
public sealed record FlowNote(string Text, bool Failed = false);
