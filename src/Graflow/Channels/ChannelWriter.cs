using Graflow.Channels;

namespace Graflow;

/// <summary>Records writes to a channel, which are applied together when the task that recorded them succeeds. Not thread-safe.</summary>
public sealed class ChannelWriter
{
    private readonly List<ChannelWrite> _writes = [];

    internal ChannelWriter()
    {
    }

    internal IReadOnlyList<ChannelWrite> Writes => _writes;

    internal void Add(ChannelWrite write) => _writes.Add(write);

    /// <inheritdoc cref="IChannel.SetAsync{T}"/>
    public void Set<T>(string key, T value, TimeSpan? ttl = null)
    {
        ChannelArguments.Check(key, ttl);
        _writes.Add(new SetWrite<T>(key, value, ttl));
    }

    /// <summary>Removes a key.</summary>
    public void Delete(string key)
    {
        ChannelArguments.Check(key);
        _writes.Add(new DeleteWrite(key));
    }

    /// <summary>Adds to a counter, which starts at zero. If the key then holds neither <c>int</c> nor <c>long</c>, or the sum overflows, nothing of what was recorded is applied and the task fails.</summary>
    public void Increment(string key, long by = 1)
    {
        ChannelArguments.Check(key);
        _writes.Add(new IncrementWrite(key, by));
    }

    /// <summary>Adds an element to the end of a list, which starts empty. If the key then holds something else, nothing of what was recorded is applied and the task fails.</summary>
    public void Append<T>(string key, T item)
    {
        ChannelArguments.Check(key);
        _writes.Add(new AppendWrite<T>(key, item));
    }

    /// <summary>Stores a value if the key does not exist then; else nothing happens.</summary>
    public void TryAdd<T>(string key, T value, TimeSpan? ttl = null)
    {
        ChannelArguments.Check(key, ttl);
        _writes.Add(new TryAddWrite<T>(key, value, ttl));
    }
}
