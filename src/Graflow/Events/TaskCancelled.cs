namespace Graflow;

/// <summary>A task was cancelled while the run went on: by a sibling's failure or success, or by a time limit around it.</summary>
public sealed class TaskCancelled : TaskEvent;
