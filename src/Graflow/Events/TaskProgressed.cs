namespace Graflow;

/// <summary>A task told how far it is.</summary>
public sealed class TaskProgressed : TaskEvent
{
    /// <summary>0 to 1.</summary>
    public double Fraction { get; internal init; }

    /// <summary>What is being done; null when the task did not say.</summary>
    public string? Text { get; internal init; }
}
