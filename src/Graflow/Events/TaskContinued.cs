namespace Graflow;

/// <summary>A task asked for something to run in its place.</summary>
public sealed class TaskContinued : TaskEvent
{
    /// <summary>What runs next, as text.</summary>
    public string Target { get => field ??= TargetExecutable.ToString() ?? ""; internal init; }

    /// <summary>Which iteration this begins, from 1.</summary>
    public int Iteration { get; internal init; }

    internal IExecutable TargetExecutable { get; init; } = null!;
}
