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

    /// <summary>The kept result, or that of an equal call under way, or else what the body yields. Whoever waits for a call that fails or is cancelled tries again itself.</summary>
    internal async ValueTask<TOut> GetOrRunAsync<TIn, TOut>(
        string id, TIn input, TimeSpan ttl, Func<TIn, CancellationToken, ValueTask<TOut>> body, CancellationToken cancellationToken)
    {
        ResultKey<TIn, TOut> key = new(id, input);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = FindOrAdd<TOut>(key, out var mine);
            if (mine)
            {
                return await RunAsync(result, input, ttl, body, cancellationToken).ConfigureAwait(false);
            }

            if (await result.Done.WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                return result.Value;
            }
        }
    }

    private async ValueTask<TOut> RunAsync<TIn, TOut>(
        CachedResult<TOut> result, TIn input, TimeSpan ttl, Func<TIn, CancellationToken, ValueTask<TOut>> body, CancellationToken cancellationToken)
    {
        TOut value;
        try
        {
            value = await body(input, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Forget(result);
            result.Fail();
            throw;
        }

        Keep(result, ttl);
        result.Succeed(value);
        return value;
    }

    private CachedResult<TOut> FindOrAdd<TOut>(object key, out bool added)
    {
        lock (_gate)
        {
            if (_results.TryGetValue(key, out var found) && !(found.ExpiresAt <= _clock.Now))
            {
                MoveToEnd(found);
                added = false;
                return (CachedResult<TOut>)found;
            }

            Remove(found);
            CachedResult<TOut> result = new(key);
            _results.Add(key, result);
            added = true;
            return result;
        }
    }

    private void Keep(CachedResult result, TimeSpan ttl)
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
    }

    private void Forget(CachedResult result)
    {
        lock (_gate)
        {
            Remove(result);
        }
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
