namespace Graflow.Resilience;

/// <summary>Fires once, after any time at all: a system timer cannot wait for longer than 49 days, so a longer wait is made of several.</summary>
internal sealed class LongTimer : IDisposable
{
    private static readonly TimeSpan LongestSlice = TimeSpan.FromDays(30);

    private readonly Lock _lock = new();
    private readonly TimerCallback _callback;
    private readonly object _state;
    private readonly ITimer _timer;
    private TimeSpan _left;

    private LongTimer(TimeProvider time, TimerCallback callback, object state, TimeSpan due)
    {
        (_callback, _state, _left) = (callback, state, due - LongestSlice);

        // The callback may come while the constructor is still at work, and needs the timer.
        lock (_lock)
        {
            _timer = time.CreateTimer(static timer => ((LongTimer)timer!).OnTimer(), this, LongestSlice, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Starts a timer that fires once.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="callback">What to do then.</param>
    /// <param name="state">What the callback is given.</param>
    /// <param name="due">How long from now; zero or more.</param>
    internal static IDisposable Start(TimeProvider time, TimerCallback callback, object state, TimeSpan due) => due <= LongestSlice
        ? time.CreateTimer(callback, state, due, Timeout.InfiniteTimeSpan)
        : new LongTimer(time, callback, state, due);

    public void Dispose() => _timer.Dispose();

    private void OnTimer()
    {
        lock (_lock)
        {
            if (_left > TimeSpan.Zero)
            {
                var slice = _left < LongestSlice ? _left : LongestSlice;
                _left -= slice;
                _timer.Change(slice, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        _callback(_state);
    }
}
