using Graflow.Resilience;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Resilience;

public sealed class MonotonicClockTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void It_counts_from_its_making()
    {
        _time.Advance(TimeSpan.FromDays(1));
        MonotonicClock clock = new(_time);
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(3), clock.Now);
    }

    [Theory]
    [InlineData(-5, 1)]
    [InlineData(0, 1)]
    [InlineData(0.2, 1)]
    [InlineData(7, 7)]
    public void A_timer_waits_for_the_moment_and_at_least_its_own_grain(double milliseconds, int expected)
    {
        MonotonicClock clock = new(_time);
        _time.Advance(TimeSpan.FromMinutes(1));
        var moment = clock.Now + TimeSpan.FromMilliseconds(milliseconds);
        Assert.Equal(TimeSpan.FromMilliseconds(expected), clock.Until(moment));
    }

    [Fact]
    public void A_moment_too_far_for_one_timer_is_waited_for_in_parts() =>
        Assert.Equal(TimeSpan.FromDays(30), new MonotonicClock(_time).Until(TimeSpan.FromDays(400)));

    [Fact]
    public void A_moment_that_no_clock_reaches_is_never()
    {
        var now = TimeSpan.FromSeconds(10);
        Assert.Equal(TimeSpan.MaxValue, MonotonicClock.Add(now, TimeSpan.MaxValue));
        Assert.Equal(TimeSpan.MaxValue, MonotonicClock.Add(now, null));
        Assert.Equal(TimeSpan.FromSeconds(12), MonotonicClock.Add(now, TimeSpan.FromSeconds(2)));
    }
}
