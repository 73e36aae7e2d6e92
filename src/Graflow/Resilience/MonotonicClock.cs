namespace Graflow.Resilience;

/// <summary>Time since this clock was made, by a provider's timestamp: it never jumps when somebody sets the wall clock.</summary>
internal readonly struct MonotonicClock(TimeProvider time)
{
    // What one timer can wait for; whoever waits longer wakes up and waits again.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(30);

    private static readonly TimeSpan ShortestTimer = TimeSpan.FromMilliseconds(1);

    private readonly long _origin = time.GetTimestamp();

    internal TimeSpan Now => time.GetElapsedTime(_origin);

    /// <summary>A moment after another one; <see cref="TimeSpan.MaxValue"/>, which is never, for null and for what no clock reaches.</summary>
    internal static TimeSpan Add(TimeSpan moment, TimeSpan? span) =>
        span is { } some && some < TimeSpan.MaxValue - moment ? moment + some : TimeSpan.MaxValue;

    /// <summary>How long a timer should wait for a moment. Never zero: a timer's clock is coarser than this one and may ring early.</summary>
    internal TimeSpan Until(TimeSpan moment)
    {
        var left = moment - Now;
        return left < ShortestTimer ? ShortestTimer : left > LongestTimer ? LongestTimer : left;
    }
}
