using StackExchange.Redis;

namespace Graflow.Redis.Scripts;

/// <summary>The arguments of a call, in the order in which the script takes them.</summary>
internal sealed class Arguments
{
    // Enough for most calls, so that the list does not grow.
    private readonly List<RedisValue> _values = new(32);

    internal Arguments Add(string text)
    {
        _values.Add(text);
        return this;
    }

    internal Arguments Add(long number)
    {
        _values.Add(number);
        return this;
    }

    internal Arguments Add(byte[] bytes)
    {
        _values.Add(bytes);
        return this;
    }

    /// <summary>A time in microseconds, rounded up, so that none becomes nothing.</summary>
    internal Arguments Add(TimeSpan time) => Add((time.Ticks / TimeSpan.TicksPerMicrosecond) + (time.Ticks % TimeSpan.TicksPerMicrosecond == 0 ? 0 : 1));

    /// <summary>A count, and then the items.</summary>
    internal Arguments AddAll<T>(IReadOnlyCollection<T> items, Action<Arguments, T> add)
    {
        Add(items.Count);
        foreach (var item in items)
        {
            add(this, item);
        }

        return this;
    }

    internal Arguments AddAll(IReadOnlyCollection<string> items) => AddAll(items, static (arguments, item) => arguments.Add(item));

    internal Arguments AddAll(IReadOnlyCollection<byte[]> items) => AddAll(items, static (arguments, item) => arguments.Add(item));

    internal RedisValue[] ToArray() => [.. _values];
}
