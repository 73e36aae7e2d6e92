using Graflow.Resilience;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Resilience;

public sealed class RateLimiterTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Starts_are_evenly_spaced_first_come_first_served()
    {
        RateLimiter limiter = new(4, _clock);
        Task[] turns = [Acquire(limiter), Acquire(limiter), Acquire(limiter)];
        Assert.True(turns[0].IsCompletedSuccessfully);
        _clock.Advance(TimeSpan.FromMilliseconds(249));
        Assert.False(turns[1].IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await turns[1];
        Assert.False(turns[2].IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(250));
        await turns[2];
        Assert.Equal(0, _clock.ArmedTimers);
    }

    [Fact]
    public void An_idle_time_is_not_saved_up()
    {
        RateLimiter limiter = new(1, _clock);
        Assert.True(Acquire(limiter).IsCompletedSuccessfully);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.True(Acquire(limiter).IsCompletedSuccessfully);
        Assert.False(Acquire(limiter).IsCompleted);
    }

    [Fact]
    public void A_rate_below_one_waits_for_seconds()
    {
        RateLimiter limiter = new(0.1, _clock);
        Assert.True(Acquire(limiter).IsCompletedSuccessfully);
        _clock.Advance(TimeSpan.FromSeconds(9.999));
        Assert.False(Acquire(limiter).IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.001));
        Assert.False(Acquire(limiter).IsCompleted);
    }

    [Fact]
    public async Task A_turn_that_somebody_gave_up_goes_to_the_next()
    {
        RateLimiter limiter = new(1, _clock);
        await Acquire(limiter);
        using CancellationTokenSource stop = new();
        var leaving = limiter.AcquireAsync(stop.Token).AsTask();
        var staying = Acquire(limiter);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await staying;
    }

    [Fact]
    public async Task A_line_that_everybody_left_takes_newcomers()
    {
        RateLimiter limiter = new(1, _clock);
        await Acquire(limiter);
        using CancellationTokenSource stop = new();
        var leaving = limiter.AcquireAsync(stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        var newcomer = Acquire(limiter);
        Assert.False(newcomer.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await newcomer;
    }

    [Fact]
    public async Task A_rate_finer_than_a_timer_is_reached()
    {
        RateLimiter limiter = new(10_000, _clock);
        var turns = Enumerable.Range(0, 101).Select(_ => Acquire(limiter)).ToArray();
        _clock.Advance(TimeSpan.FromMilliseconds(10));
        await Task.WhenAll(turns);
    }

    [Fact]
    public void A_rate_finer_than_a_timer_is_not_exceeded()
    {
        RateLimiter limiter = new(10_000, _clock);
        var turns = Enumerable.Range(0, 200).Select(_ => Acquire(limiter)).ToArray();
        _clock.Advance(TimeSpan.FromMilliseconds(10));
        Assert.False(turns[101].IsCompleted);
    }

    [Fact]
    public async Task A_newcomer_at_the_very_moment_of_a_turn_stands_behind_who_waits()
    {
        RateLimiter limiter = new(1, _clock);
        Task? newcomer = null;
        using var before = _clock.CreateTimer(_ => newcomer = Acquire(limiter), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        await Acquire(limiter);
        var waiting = Acquire(limiter);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await waiting;
        Assert.False(newcomer!.IsCompleted);
    }

    [Fact]
    public async Task A_long_stall_makes_no_burst()
    {
        RateLimiter limiter = new(100, _clock);
        var turns = Enumerable.Range(0, 50).Select(_ => Acquire(limiter)).ToArray();
        _clock.Stall(TimeSpan.FromSeconds(10));
        await turns[6];
        Assert.False(turns[7].IsCompleted);
    }

    [Fact]
    public async Task A_cancelled_caller_takes_no_turn()
    {
        RateLimiter limiter = new(1, _clock);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await limiter.AcquireAsync(new(canceled: true)));
        Assert.True(Acquire(limiter).IsCompletedSuccessfully);
    }

    private static Task Acquire(RateLimiter limiter) => limiter.AcquireAsync(CancellationToken.None).AsTask();
}
