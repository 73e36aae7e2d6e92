using System.Runtime.CompilerServices;
using Graflow.Resilience;

namespace Graflow.Channels;

/// <summary>A channel in this process. One lock guards all keys and is held for a few instructions; functions of users run outside of it, compare and retry. Every call completes synchronously.</summary>
internal sealed partial class MemoryChannel(TimeProvider time) : IChannel
{
    private readonly Lock _gate = new();
    private readonly CellStore _store = new(time);
    private ITimer? _timer;
    private bool _completed;

    /// <summary>Told of every change, in order, under the channel's lock: must return at once and must not call the channel.</summary>
    internal Action<ChannelChange>? Changed
    {
        set
        {
            lock (_gate)
            {
                _store.Changed = value;
            }
        }
    }

    internal int WatcherCount
    {
        get
        {
            lock (_gate)
            {
                return _store.WatcherCount;
            }
        }
    }

    public ValueTask SetAsync<T>(string key, T value, TimeSpan? ttl = null, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, ttl, cancellationToken);
        var encoded = Encode(value);
        lock (_gate)
        {
            var current = _store.Find(key);
            PutNew(key, current, NewCell(value, ttl), encoded);
        }

        return Committed();
    }

    public ValueTask<T> GetAsync<T>(string key, T defaultValue, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, cancellationToken);
        return new(Load(key) is { } cell ? cell.Read<T>(key) : defaultValue);
    }

    public ValueTask<ChannelValue<T>> TryGetAsync<T>(string key, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, cancellationToken);
        return new(Load(key) is { } cell ? new ChannelValue<T>(true, cell.Read<T>(key)) : default);
    }

    public ValueTask<bool> DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, cancellationToken);
        lock (_gate)
        {
            if (_store.Find(key) is not { } cell)
            {
                return new(false);
            }

            _journal?.Append(ChannelStep.Delete(key));
            Put(key, cell, null);
        }

        return Committed(true);
    }

    public ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, cancellationToken);
        lock (_gate)
        {
            return new(_store.Find(key) is not null);
        }
    }

    public ValueTask<IReadOnlyList<string>> KeysAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return new(_store.Keys());
        }
    }

    public ValueTask ClearAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var keys = _store.Keys();
            if (keys.Length > 0)
            {
                _journal?.Append(ChannelStep.Clear);
            }

            // The order in which events are told does not depend on what was there before.
            Array.Sort(keys, StringComparer.Ordinal);

            foreach (var key in keys)
            {
                Put(key, _store.Peek(key), null);
            }
        }

        return Committed();
    }

    public ValueTask<T> UpdateAsync<T>(string key, Func<T?, T> update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        while (true)
        {
            ChannelArguments.Check(key, cancellationToken);
            var cell = Load(key, out var before);
            var updated = update(cell is null ? default : cell.Read<T>(key));
            if (TryReplace(key, before, updated))
            {
                return Committed(updated);
            }
        }
    }

    public ValueTask<long> IncrementAsync(string key, long by = 1, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, cancellationToken);
        Cell sum;
        lock (_gate)
        {
            var current = _store.Find(key);
            sum = Cell.Increment(current, key, by);
            _journal?.Append(ChannelStep.Increment(key, by));
            Put(key, current, sum);
        }

        return Committed(sum.Read<long>(key));
    }

    public ValueTask<int> AppendAsync<T>(string key, T item, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, cancellationToken);
        var element = _journal is null ? null : AppendWrite<T>.ElementOf(item);
        int length;
        lock (_gate)
        {
            var current = _store.Find(key);
            (var list, length) = Cell.Append(current, key, item);
            if (element is not null)
            {
                _journal!.Append(AppendStep(key, current, list, element));
            }

            Put(key, current, list);
        }

        return Committed(length);
    }

    public ValueTask<bool> TryAddAsync<T>(string key, T value, TimeSpan? ttl = null, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, ttl, cancellationToken);
        var encoded = Encode(value);
        lock (_gate)
        {
            if (_store.Find(key) is not null)
            {
                return new(false);
            }

            PutNew(key, null, NewCell(value, ttl), encoded);
        }

        return Committed(true);
    }

    public IAsyncEnumerable<ChannelChange<T>> WatchAsync<T>(string key, CancellationToken cancellationToken = default)
    {
        ChannelArguments.Check(key, cancellationToken);
        return Watch<T>(key, cancellationToken);
    }

    /// <summary>Ends all watchers, present and future, once they have read what there is; the values stay readable.</summary>
    internal void Complete()
    {
        lock (_gate)
        {
            _completed = true;
            _store.CompleteWatchers();
            _timer?.Dispose();
            _timer = null;
        }
    }

    private Cell? Load(string key) => Load(key, out _);

    /// <summary>What the key holds, to be read without the lock: codecs of users run then.</summary>
    private Cell? Load(string key, out Cell? cell)
    {
        lock (_gate)
        {
            cell = _store.Find(key);
            return cell?.Frozen;
        }
    }

    private bool TryReplace<T>(string key, Cell? before, T value)
    {
        var isNew = typeof(T) != typeof(ChannelPayload) || value is ChannelPayload { IsRead: false };
        var encoded = isNew ? Encode(value) : null;
        lock (_gate)
        {
            if (!ReferenceEquals(_store.Find(key), before))
            {
                return false;
            }

            if (isNew)
            {
                PutNew(key, before, Cell.Of(value, before?.ExpiresAt ?? Cell.Never), encoded);
            }

            return true;
        }
    }

    private Cell NewCell<T>(T value, TimeSpan? ttl) =>
        Cell.Of(value, ttl is null ? Cell.Never : MonotonicClock.Add(_store.Now, ttl));

    private void Put(string key, Cell? before, Cell? after)
    {
        if (ReferenceEquals(before, after))
        {
            return;
        }

        if (after is null)
        {
            _store.Remove(key, before!, ChannelChangeKind.Deleted);
        }
        else
        {
            _store.Put(key, before, after);
        }

        if (before?.ExpiresAt != after?.ExpiresAt)
        {
            ArmTimer();
        }
    }

    private void ArmTimer()
    {
        if (_completed || (_timer is null && _store.NextExpiry is null))
        {
            return;
        }

        _timer ??= time.CreateTimer(static state => ((MemoryChannel)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(_store.NextExpiry ?? Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            try
            {
                _store.RemoveExpired();
                ArmTimer();
            }
            catch (RunLogException)
            {
                // The run, which ends with it, was told by its journal.
            }
        }
    }

    private async IAsyncEnumerable<ChannelChange<T>> Watch<T>(string key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Watcher watcher = new(key);
        lock (_gate)
        {
            _store.Watch(watcher);
            if (_completed)
            {
                watcher.Complete();
            }
        }

        try
        {
            await foreach (var (kind, cell) in watcher.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return new ChannelChange<T>(kind, cell.Read<T>(key));
            }
        }
        finally
        {
            lock (_gate)
            {
                _store.Unwatch(watcher);
            }
        }
    }
}
