namespace Graflow.Tests.Support;

/// <summary>A clock that stands still until it is told to go on. Timers fire on the advancing thread, in the order in which they are due, each at its own moment.</summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = Start;
    private long _armings;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How many timers are waiting to fire.</summary>
    internal int ArmedTimers
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    /// <summary>Whether a timer is to fire in just so long.</summary>
    internal bool IsArmedFor(TimeSpan time)
    {
        lock (_gate)
        {
            return _timers.Exists(timer => timer.DueAt.Time == _now + time);
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => (GetUtcNow() - Start).Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ManualTimer timer = new(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock forward, and fires on the way what becomes due, timers set by other timers included.</summary>
    internal void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var end = GetUtcNow() + by;
        while (TakeDue(end) is { } due)
        {
            due.Fire();
        }

        lock (_gate)
        {
            _now = end;
        }
    }

    /// <summary>Moves the clock forward as a machine that stood still does: what became due on the way fires late, at the end.</summary>
    internal void Stall(TimeSpan by)
    {
        lock (_gate)
        {
            _now += by;
        }

        Advance(TimeSpan.Zero);
    }

    internal void Arm(ManualTimer timer, TimeSpan? dueTime)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime is { } wait)
            {
                timer.DueAt = (_now + wait, _armings++);
                _timers.Add(timer);
            }
        }
    }

    private ManualTimer? TakeDue(DateTimeOffset end)
    {
        lock (_gate)
        {
            if (_timers.MinBy(static timer => timer.DueAt) is not { } first || first.DueAt.Time > end)
            {
                return null;
            }

            _timers.Remove(first);
            _now = first.DueAt.Time > _now ? first.DueAt.Time : _now;
            return first;
        }
    }
}
