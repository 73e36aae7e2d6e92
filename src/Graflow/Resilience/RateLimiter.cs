namespace Graflow.Resilience;

/// <summary>At most so many starts a second, evenly spaced, first come, first served. Who waits holds no thread, and who gives up costs the others nothing. Thread-safe.</summary>
internal sealed class RateLimiter
{
    // A timer rings late by its own grain; that much is made up for, so that a high rate is reached, and no more, so that a long stall makes no burst.
    private static readonly TimeSpan CatchUp = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly LinkedList<Waiter> _line = [];
    private readonly MonotonicClock _clock;
    private readonly TimeSpan _interval;
    private readonly ITimer _timer;
    private TimeSpan _nextStart = TimeSpan.Zero;

    /// <summary>Creates the limiter.</summary>
    /// <param name="perSecond">How many starts a second; more than zero, and may be a fraction.</param>
    /// <param name="time">Whose clock and timers are used.</param>
    internal RateLimiter(double perSecond, TimeProvider time)
    {
        _clock = new MonotonicClock(time);
        _interval = TimeSpan.FromTicks((long)Math.Clamp(Math.Ceiling(TimeSpan.TicksPerSecond / perSecond), 1, TimeSpan.TicksPerDay * 3650d));
        _timer = time.CreateTimer(static state => ((RateLimiter)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Waits for this caller's turn to start.</summary>
    /// <exception cref="OperationCanceledException">The token fired first; the turn goes to the next one.</exception>
    internal ValueTask AcquireAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (_gate)
        {
            var now = _clock.Now;
            if (_line.Count == 0 && _nextStart <= now)
            {
                _nextStart = now + _interval;
                return default;
            }

            waiter = new Waiter(_gate, _line);
            if (_line.Count == 1)
            {
                ArmTimer();
            }
        }

        return waiter.WaitAsync(cancellationToken);
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            var now = _clock.Now;
            if (_nextStart < now - CatchUp)
            {
                _nextStart = now - CatchUp;
            }

            for (; _line.Count > 0 && _nextStart <= now; _nextStart += _interval)
            {
                Waiter.LetFirstThrough(_line);
            }

            if (_line.Count > 0)
            {
                ArmTimer();
            }
        }
    }

    private void ArmTimer() => _timer.Change(_clock.Until(_nextStart), Timeout.InfiniteTimeSpan);
}
