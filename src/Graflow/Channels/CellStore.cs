using Graflow.Resilience;

namespace Graflow.Channels;

/// <summary>The keys of a <see cref="MemoryChannel"/>, with those that expire in order, and who watches. Every call is made under the channel's lock.</summary>
internal sealed class CellStore(TimeProvider time)
{
    private readonly Dictionary<string, Cell> _cells = new(StringComparer.Ordinal);
    private readonly SortedSet<(TimeSpan At, string Key)> _expiring = new(Comparer<(TimeSpan At, string Key)>.Create(CompareExpiry));
    private readonly List<Watcher> _watchers = [];
    private readonly MonotonicClock _clock = new(time);

    internal Action<ChannelChange>? Changed { get; set; }

    /// <summary>Told of a key whose time to live ended, before it is removed; what it throws keeps it there.</summary>
    internal Action<string>? Expiring { get; set; }

    internal int WatcherCount => _watchers.Count;

    internal TimeSpan Now => _clock.Now;

    /// <summary>How long until the next key expires; null if none does.</summary>
    internal TimeSpan? NextExpiry => _expiring.Count == 0 ? null : _clock.Until(_expiring.Min.At);

    internal Cell? Find(string key)
    {
        RemoveExpired();
        return Peek(key);
    }

    /// <summary>The same without a look at the clock: for several keys as they are at one moment.</summary>
    internal Cell? Peek(string key) => _cells.GetValueOrDefault(key);

    internal string[] Keys()
    {
        RemoveExpired();
        return AllKeys();
    }

    /// <summary>The same without a look at the clock.</summary>
    internal string[] AllKeys() => [.. _cells.Keys];

    internal void Put(string key, Cell? current, Cell cell)
    {
        Forget(key, current);
        _cells[key] = cell;
        if (cell.ExpiresAt != Cell.Never)
        {
            _expiring.Add((cell.ExpiresAt, key));
        }

        Notify(key, ChannelChangeKind.Set, cell);
    }

    internal void Remove(string key, Cell cell, ChannelChangeKind kind)
    {
        Forget(key, cell);
        _cells.Remove(key);
        Notify(key, kind, cell);
    }

    internal void RemoveExpired()
    {
        if (_expiring.Count == 0)
        {
            return;
        }

        var now = _clock.Now;
        while (_expiring.Count > 0 && _expiring.Min is var next && next.At <= now)
        {
            Expiring?.Invoke(next.Key);
            Remove(next.Key, _cells[next.Key], ChannelChangeKind.Expired);
        }
    }

    internal void Watch(Watcher watcher)
    {
        if (Find(watcher.Key) is { } cell)
        {
            watcher.Post(ChannelChangeKind.Set, cell);
        }

        _watchers.Add(watcher);
    }

    internal void Unwatch(Watcher watcher) => _watchers.Remove(watcher);

    internal void CompleteWatchers()
    {
        foreach (var watcher in _watchers)
        {
            watcher.Complete();
        }
    }

    private static int CompareExpiry((TimeSpan At, string Key) left, (TimeSpan At, string Key) right) =>
        left.At.CompareTo(right.At) is var byTime and not 0 ? byTime : string.CompareOrdinal(left.Key, right.Key);

    private void Forget(string key, Cell? cell)
    {
        if (cell is not null && cell.ExpiresAt != Cell.Never)
        {
            _expiring.Remove((cell.ExpiresAt, key));
        }
    }

    private void Notify(string key, ChannelChangeKind kind, Cell cell)
    {
        foreach (var watcher in _watchers)
        {
            if (watcher.Key == key)
            {
                watcher.Post(kind, cell);
            }
        }

        Changed?.Invoke(new ChannelChange(key, kind));
    }
}
