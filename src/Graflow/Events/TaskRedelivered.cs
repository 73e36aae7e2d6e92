namespace Graflow;

/// <summary>The worker that ran a body was lost; the same attempt goes to another one.</summary>
public sealed class TaskRedelivered : TaskEvent
{
    /// <summary>Which delivery of the attempt comes now, from 2; at most <see cref="WorkerOptions.MaxDeliveries"/>.</summary>
    public int Delivery { get; internal init; }

    /// <summary>How the worker was lost, such as <c>process 4711 was ended by SIGKILL</c>.</summary>
    public string Reason { get; internal init; } = "";
}
