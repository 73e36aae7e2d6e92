namespace Graflow;

/// <summary>One thing that happened to a task.</summary>
public abstract class TaskEvent : RunEvent
{
    private protected TaskEvent()
    {
    }

    /// <summary>The vertex's path in the run, such as <c>eu/Orders.Fetch[3]#2</c>.</summary>
    public string TaskId => field ??= Place.ToString();

    internal VertexPlace Place { get; init; }
}
