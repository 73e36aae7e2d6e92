namespace Graflow.Engine;

/// <summary>What the driver and the checks before a run need to know of a task's vertex, whatever its types.</summary>
internal interface ITaskVertex
{
    TaskNode Node { get; }

    int Priority { get; }
}
