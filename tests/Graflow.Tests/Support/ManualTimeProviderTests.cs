using Xunit;

namespace Graflow.Tests.Support;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void The_clock_stands_still_until_it_is_advanced()
    {
        var start = _clock.GetUtcNow();
        Assert.Equal(start, _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(start + TimeSpan.FromSeconds(3), _clock.GetUtcNow());
    }

    [Fact]
    public void Timestamps_agree_with_the_time_of_day()
    {
        var (time, stamp) = (_clock.GetUtcNow(), _clock.GetTimestamp());
        _clock.Advance(TimeSpan.FromTicks(1234567));
        Assert.Equal(_clock.GetUtcNow() - time, _clock.GetElapsedTime(stamp));
    }

    [Fact]
    public void Timers_fire_in_due_order_each_at_its_own_moment()
    {
        Set("late", 2);
        Set("early", 1);
        Set("late too", 2);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["early@1", "late@2", "late too@2"], _fired);
        Assert.Equal(TimeSpan.FromSeconds(5).Ticks, _clock.GetTimestamp());
    }

    [Fact]
    public void A_timer_fires_exactly_when_due_and_once()
    {
        Set("one", 1);
        _clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        Assert.Empty(_fired);
        _clock.Advance(TimeSpan.FromTicks(1));
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(["one@1"], _fired);
    }

    [Fact]
    public void It_is_known_when_a_timer_is_to_fire()
    {
        Set("one", 2);
        Assert.True(_clock.IsArmedFor(TimeSpan.FromSeconds(2)));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((true, false), (_clock.IsArmedFor(TimeSpan.FromSeconds(1)), _clock.IsArmedFor(TimeSpan.FromSeconds(2))));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(_clock.IsArmedFor(TimeSpan.Zero));
    }

    [Fact]
    public void A_periodic_timer_fires_at_every_period()
    {
        Set("tick", 1, 2);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["tick@1", "tick@3", "tick@5"], _fired);
    }

    [Fact]
    public void A_timer_set_by_a_timer_fires_on_the_same_way()
    {
        using var first = _clock.CreateTimer(_ => Set("second", 1), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["second@2"], _fired);
    }

    [Fact]
    public void A_disposed_or_stopped_timer_does_not_fire()
    {
        var disposed = Set("disposed", 1);
        var stopped = Set("stopped", 1);
        disposed.Dispose();
        Assert.True(stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        Assert.False(disposed.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(_fired);
        Assert.Equal(0, _clock.ArmedTimers);
    }

    [Fact]
    public void A_timer_takes_no_longer_wait_than_the_frameworks_own()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeProvider.System.CreateTimer(static _ => { }, null, TimeSpan.FromDays(50), Timeout.InfiniteTimeSpan));
        Assert.Throws<ArgumentOutOfRangeException>(() => Set("long", 50 * 24 * 3600));
    }

    [Fact]
    public void After_a_stall_timers_fire_late()
    {
        Set("late", 2);
        Set("early", 1);
        _clock.Stall(TimeSpan.FromSeconds(5));
        Assert.Equal(["early@5", "late@5"], _fired);
    }

    [Fact]
    public void Timers_fire_on_the_advancing_thread()
    {
        var thread = 0;
        using var timer = _clock.CreateTimer(_ => thread = Environment.CurrentManagedThreadId, null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.Zero);
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    }

    [Fact]
    public async Task The_framework_waits_by_this_clock()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), _clock);
        Assert.False(delay.IsCompleted);
        _clock.Advance(TimeSpan.FromHours(1));
        await delay;
    }

    private ITimer Set(string name, int seconds, int period = 0) => _clock.CreateTimer(
        _ => _fired.Add($"{name}@{_clock.GetTimestamp() / TimeSpan.TicksPerSecond}"),
        null,
        TimeSpan.FromSeconds(seconds),
        period == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(period));
}
