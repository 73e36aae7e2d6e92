namespace Graflow.Engine;

/// <summary>Hands out the permits of a run's lanes, best waiting vertex first. Exists only in runs whose flow limits a part of itself.</summary>
internal sealed class LaneScheduler
{
    private readonly Lock _lock = new();
    private readonly List<Lane> _waiting = [];
    private long _sequence;

    /// <summary>A vertex is ready but for a permit; <see cref="Grant"/> gives it one, now or later.</summary>
    internal void Enqueue(Lane lane, VertexState ready)
    {
        lock (_lock)
        {
            if (!lane.HasWaiting)
            {
                _waiting.Add(lane);
            }

            lane.Enqueue(ready, _sequence++);
        }
    }

    /// <summary>A body with a permit ended.</summary>
    internal void Exit(Lane lane)
    {
        lock (_lock)
        {
            lane.Exit();
        }
    }

    /// <summary>Pushes every vertex that a permit is free for.</summary>
    /// <returns>Whether there was one.</returns>
    internal bool Grant(Worker worker)
    {
        lock (_lock)
        {
            var granted = false;
            for (var i = _waiting.Count - 1; i >= 0; i--)
            {
                granted |= GrantIn(_waiting[i], worker);
                if (!_waiting[i].HasWaiting)
                {
                    _waiting.RemoveAt(i);
                }
            }

            return granted;
        }
    }

    private static bool GrantIn(Lane lane, Worker worker)
    {
        var granted = false;
        while (lane.HasWaiting && lane.TryEnter())
        {
            var ready = lane.Dequeue();
            ready.TakePermit(lane);
            worker.Push(ready);
            granted = true;
        }

        return granted;
    }
}
