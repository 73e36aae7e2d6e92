namespace Graflow.Redis.Tasks;

/// <summary>What waits in a fleet.</summary>
/// <param name="Queues">Of each queue that has tasks, how many wait, and how long the one has waited that is next.</param>
/// <param name="DeadLetters">How many dead letters there are.</param>
internal sealed record FleetDepths(IReadOnlyDictionary<string, (long Depth, TimeSpan Oldest)> Queues, long DeadLetters)
{
    internal static FleetDepths None { get; } = new(new Dictionary<string, (long Depth, TimeSpan Oldest)>(), 0);

    /// <summary>What waits in several cells together.</summary>
    internal FleetDepths And(FleetDepths other)
    {
        var queues = Queues.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, queue) in other.Queues)
        {
            var (depth, oldest) = queues.GetValueOrDefault(name);
            queues[name] = (depth + queue.Depth, oldest > queue.Oldest ? oldest : queue.Oldest);
        }

        return new FleetDepths(queues, DeadLetters + other.DeadLetters);
    }
}
