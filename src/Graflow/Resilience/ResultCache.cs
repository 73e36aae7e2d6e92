namespace Graflow.Resilience;

/// <summary>Outputs of tasks by id and input, as the input's own equality sees it. Only successes are kept; equal calls at the same time run once; the least recently used goes first when it is full. Thread-safe.</summary>
/// <param name="time">Whose clock is used.</param>
/// <param name="capacity">How many results are kept; at least 1.</param>
internal sealed class ResultCache(TimeProvider time, int capacity = ResultCache.DefaultCapacity)
{
    /// <summary>How many results one engine keeps.</summary>
    internal const int DefaultCapacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<object, CachedResult> _results = [];
    private readonly LinkedList<CachedResult> _byUse = [];
    private readonly MonotonicClock _clock = new(time);

    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _byUse.Count;
            }
        }
    }

    /// <summary>Looks for the output of an equal call, kept or under way; where there is none, the caller is the one to run, and has to end by <see cref="Complete"/> or <see cref="Abandon"/>.</summary>
    /// <param name="id">The task, or the key that several share.</param>
    /// <param name="input">Its input.</param>
    /// <param name="claimed">Whether the caller is the one to run.</param>
    internal CachedResult<TOut> FindOrClaim<TIn, TOut>(string id, TIn input, out bool claimed)
    {
        ResultKey<TIn, TOut> key = new(id, input);
        lock (_gate)
        {
            if (_results.TryGetValue(key, out var found) && !(found.ExpiresAt <= _clock.Now))
            {
                MoveToEnd(found);
                claimed = false;
                return (CachedResult<TOut>)found;
            }

            Remove(found);
            CachedResult<TOut> result = new(key);
            _results.Add(key, result);
            claimed = true;
            return result;
        }
    }

    /// <summary>The one who runs has an output: it is kept for a while, and given to all who wait for it.</summary>
    internal void Complete<TOut>(CachedResult<TOut> result, TOut value, TimeSpan ttl)
    {
        lock (_gate)
        {
            result.ExpiresAt = MonotonicClock.Add(_clock.Now, ttl);
            result.Place = _byUse.AddLast(result);
            if (_byUse.Count > capacity)
            {
                Remove(_byUse.First!.Value);
            }
        }

        result.Succeed(value);
    }

    /// <summary>The one who runs has no output that may be kept: nothing is, and whoever waits tries again itself.</summary>
    internal void Abandon<TOut>(CachedResult<TOut> result)
    {
        lock (_gate)
        {
            Remove(result);
        }

        result.Fail();
    }

    private void MoveToEnd(CachedResult result)
    {
        if (result.Place is { } place)
        {
            _byUse.Remove(place);
            _byUse.AddLast(place);
        }
    }

    private void Remove(CachedResult? result)
    {
        if (result is null)
        {
            return;
        }

        _results.Remove(result.Key);
        if (result.Place is { } place)
        {
            _byUse.Remove(place);
        }
    }
}
