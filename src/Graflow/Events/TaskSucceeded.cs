namespace Graflow;

/// <summary>A task has its value.</summary>
public sealed class TaskSucceeded : TaskEvent;
