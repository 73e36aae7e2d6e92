using System.Globalization;

namespace Graflow.Redis.Workers;

/// <summary>The text form of served queues: <c>a,b:3</c>.</summary>
internal static class QueueWeights
{
    internal const int MaxWeight = 1000;

    /// <exception cref="ArgumentException">The text cannot be read; the message names where it came from.</exception>
    internal static IReadOnlyList<(string Name, int Weight)> Parse(string text, string source)
    {
        List<(string Name, int Weight)> queues = [];
        foreach (var part in text.Split(','))
        {
            var colon = part.LastIndexOf(':');
            var name = (colon < 0 ? part : part[..colon]).Trim();
            var weight = 1;
            if (colon >= 0 && !int.TryParse(part.AsSpan(colon + 1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out weight))
            {
                throw new ArgumentException($"{source}: '{part[(colon + 1)..]}' is no weight of the queue '{name}'. Write queues as in a,b:3, where 3 is a whole number from 1 to {MaxWeight:N0}.");
            }

            Check(name, weight, source);
            if (queues.Exists(queue => queue.Name == name))
            {
                throw new ArgumentException($"{source}: the queue '{name}' is there twice. Name each queue once, with its weight.");
            }

            queues.Add((name, weight));
        }

        return queues;
    }

    internal static string Text(IEnumerable<(string Name, int Weight)> queues) =>
        string.Join(',', queues.Select(static queue => queue.Weight == 1 ? queue.Name : $"{queue.Name}:{queue.Weight.ToString(CultureInfo.InvariantCulture)}"));

    /// <exception cref="ArgumentException">No queue can have that name, or that weight.</exception>
    internal static void Check(string name, int weight, string source)
    {
        try
        {
            _ = new QueueExecution(name);
        }
        catch (FlowDefinitionException exception)
        {
            throw new ArgumentException($"{source}: {exception.Message}", exception);
        }

        if (weight is < 1 or > MaxWeight)
        {
            throw new ArgumentException($"{source}: the queue '{name}' has the weight {weight}. Give it one from 1 to {MaxWeight:N0}.");
        }
    }
}
