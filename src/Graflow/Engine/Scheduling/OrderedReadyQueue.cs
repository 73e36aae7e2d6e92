using System.Diagnostics.CodeAnalysis;

namespace Graflow.Engine;

/// <summary>Ready vertices by priority, then by their place in the flow: for <see cref="Execution.Direct"/> and for flows with priorities.</summary>
/// <param name="replayed">The run that is being replayed, whose history gives the order instead; null for none.</param>
internal sealed class OrderedReadyQueue(DurableRun? replayed = null)
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<VertexState, ReadyOrder> _ready = new();
    private long _sequence;

    internal bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _ready.Count == 0;
            }
        }
    }

    internal void Add(VertexState ready)
    {
        lock (_lock)
        {
            var order = ReadyOrder.Of(ready, _sequence++);
            _ready.Enqueue(ready, replayed is null ? order : order with { Priority = -replayed.OrderOf(ready) });
        }
    }

    internal bool TryTake([NotNullWhen(true)] out VertexState? ready)
    {
        lock (_lock)
        {
            return _ready.TryDequeue(out ready, out _);
        }
    }
}
