namespace Graflow.Engine;

/// <summary>A limit on the bodies of one group instance in one run, and the vertices that wait for a permit. Guarded by <see cref="LaneScheduler"/>.</summary>
internal sealed class Lane(Lane? parent, int limit)
{
    private readonly PriorityQueue<VertexState, ReadyOrder> _waiting = new();
    private int _running;

    internal Lane? Parent { get; } = parent;

    internal bool HasWaiting => _waiting.Count > 0;

    internal void Enqueue(VertexState ready, long sequence) => _waiting.Enqueue(ready, ReadyOrder.Of(ready, sequence));

    internal VertexState Dequeue() => _waiting.Dequeue();

    /// <summary>Takes a permit here and in every enclosing lane, or none at all.</summary>
    internal bool TryEnter()
    {
        for (var lane = this; lane is not null; lane = lane.Parent)
        {
            if (lane._running >= lane.Limit)
            {
                return false;
            }
        }

        for (var lane = this; lane is not null; lane = lane.Parent)
        {
            lane._running++;
        }

        return true;
    }

    internal void Exit()
    {
        for (var lane = this; lane is not null; lane = lane.Parent)
        {
            lane._running--;
        }
    }

    private int Limit { get; } = limit;
}
