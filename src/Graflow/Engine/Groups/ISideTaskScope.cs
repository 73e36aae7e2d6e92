namespace Graflow.Engine;

/// <summary>What waits for side tasks: the innermost branch, element or run around the task that asked for them.</summary>
internal interface ISideTaskScope
{
    void Add();

    VertexState? End(Worker worker, int branch, TaskFailure? failure);
}
