namespace Graflow.Redis.Tasks;

/// <summary>Which queue is served next, so that each is served as often as its weight says, evenly mixed. A queue that is empty when it is picked leaves its turn to the others. Not thread-safe.</summary>
internal sealed class QueuePicker
{
    private readonly (string Name, int Weight)[] _queues;
    private readonly int[] _credits;
    private readonly int _total;

    /// <param name="queues">Names with their weights, at least 1.</param>
    internal QueuePicker(params (string Name, int Weight)[] queues)
    {
        ArgumentOutOfRangeException.ThrowIfZero(queues.Length);
        foreach (var (name, weight) in queues)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1, name);
        }

        _queues = queues;
        _credits = new int[queues.Length];
        _total = queues.Sum(static queue => queue.Weight);
        Names = [.. queues.Select(static queue => queue.Name)];
    }

    internal IReadOnlyCollection<string> Names { get; }

    /// <summary>The place of the next queue among <see cref="Names"/>, from 0.</summary>
    internal int Next()
    {
        var best = 0;
        for (var i = 0; i < _queues.Length; i++)
        {
            _credits[i] += _queues[i].Weight;
            best = _credits[i] > _credits[best] ? i : best;
        }

        _credits[best] -= _total;
        return best;
    }
}
