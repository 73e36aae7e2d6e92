using Graflow.Resilience;

namespace Graflow.Engine;

/// <summary>The right and the duty to find an output that others may wait for; ends exactly once, also when the run ends before the task does.</summary>
internal sealed class CacheLease<TOut>
{
    private readonly ResultCache _cache;
    private readonly CachedResult<TOut> _result;
    private readonly TimeSpan _ttl;
    private readonly CancellationTokenRegistration _runEnd;
    private bool _isOver;

    internal CacheLease(ResultCache cache, CachedResult<TOut> result, TimeSpan ttl, CancellationToken runEnd)
    {
        _cache = cache;
        _result = result;
        _ttl = ttl;
        _runEnd = runEnd.UnsafeRegister(static lease => ((CacheLease<TOut>)lease!).Abandon(), this);
    }

    internal void Complete(TOut value)
    {
        if (!Interlocked.Exchange(ref _isOver, true))
        {
            _cache.Complete(_result, value, _ttl);
            _runEnd.Dispose();
        }
    }

    internal void Abandon()
    {
        if (!Interlocked.Exchange(ref _isOver, true))
        {
            _cache.Abandon(_result);
            _runEnd.Dispose();
        }
    }
}
