namespace Graflow;

/// <summary>A body in a child process or a container wrote a line to its standard output or standard error. Lines written by <see cref="Console"/> come in their order and before the task's end.</summary>
public sealed class TaskLogged : TaskEvent
{
    /// <summary>Which of the two.</summary>
    public OutputStream Stream { get; internal init; }

    /// <summary>The line, without its end. Very long ones come in parts.</summary>
    public string Line { get; internal init; } = "";
}
