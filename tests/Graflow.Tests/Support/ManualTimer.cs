namespace Graflow.Tests.Support;

internal sealed class ManualTimer(ManualTimeProvider clock, Action callback) : ITimer
{
    // What the framework's own timers take; they throw for more.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _disposed;

    /// <summary>When it fires next; of two at the same time, the one set first.</summary>
    internal (DateTimeOffset Time, long Arming) DueAt { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dueTime, Longest);
        if (_disposed)
        {
            return false;
        }

        _period = period;
        clock.Arm(this, dueTime == Timeout.InfiniteTimeSpan ? null : dueTime);
        return true;
    }

    public void Dispose()
    {
        _disposed = true;
        clock.Arm(this, null);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    internal void Fire()
    {
        if (_period > TimeSpan.Zero)
        {
            clock.Arm(this, _period);
        }

        callback();
    }
}
