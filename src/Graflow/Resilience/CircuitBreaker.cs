namespace Graflow.Resilience;

/// <summary>Refuses attempts for a while after several failed in a row. Polly's breaker needs two calls and half a second at least, so it cannot open on the first failure. Thread-safe.</summary>
/// <param name="key">Which circuit, for errors.</param>
/// <param name="options">When it opens, and for how long.</param>
/// <param name="time">Whose clock is used.</param>
internal sealed class CircuitBreaker(string key, CircuitBreakerOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly MonotonicClock _clock = new(time);
    private int _failures;
    private long _generation;
    private TimeSpan _retryAt = TimeSpan.MinValue;
    private bool _probing;

    /// <summary>Lets an attempt through. Its end is told by one of the other methods, with the pass returned here.</summary>
    /// <exception cref="CircuitOpenException">The circuit is open, or another attempt is trying whether it may close.</exception>
    internal long Enter()
    {
        lock (_gate)
        {
            if (!IsOpen)
            {
                return _generation;
            }

            var left = _retryAt - _clock.Now;
            if (_probing || left > TimeSpan.Zero)
            {
                throw new CircuitOpenException(key, _failures, After(time.GetUtcNow(), left));
            }

            _probing = true;
            return _generation;
        }
    }

    /// <summary>The attempt succeeded: the circuit closes, its count starts again.</summary>
    internal void Succeeded(long pass)
    {
        lock (_gate)
        {
            if (Ends(pass))
            {
                _failures = 0;
            }
        }
    }

    /// <summary>The attempt failed.</summary>
    internal void Failed(long pass)
    {
        lock (_gate)
        {
            if (!Ends(pass))
            {
                return;
            }

            _failures++;
            if (IsOpen)
            {
                // Attempts that started before the circuit opened say nothing about the one that will try it.
                _generation++;
                _retryAt = MonotonicClock.Add(_clock.Now, options.Reset);
            }
        }
    }

    /// <summary>The attempt was cancelled, which says nothing: if it was the one to try an open circuit, the next one tries.</summary>
    internal void Cancelled(long pass)
    {
        lock (_gate)
        {
            Ends(pass);
        }
    }

    private static DateTimeOffset After(DateTimeOffset now, TimeSpan left) =>
        left < DateTimeOffset.MaxValue - now ? now + left : DateTimeOffset.MaxValue;

    private bool Ends(long pass)
    {
        if (pass != _generation)
        {
            return false;
        }

        _probing = false;
        return true;
    }

    private bool IsOpen => _failures >= options.Failures;
}
