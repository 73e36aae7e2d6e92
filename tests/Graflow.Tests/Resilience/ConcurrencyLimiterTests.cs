using Graflow.Resilience;
using Xunit;

namespace Graflow.Tests.Resilience;

public sealed class ConcurrencyLimiterTests
{
    [Fact]
    public async Task As_many_as_allowed_pass_the_next_waits()
    {
        ConcurrencyLimiter limiter = new(2);
        Assert.True(Acquire(limiter).IsCompletedSuccessfully);
        Assert.True(Acquire(limiter).IsCompletedSuccessfully);
        var third = Acquire(limiter);
        Assert.False(third.IsCompleted);
        limiter.Release();
        await third;
        Assert.False(Acquire(limiter).IsCompleted);
    }

    [Fact]
    public async Task First_come_first_served()
    {
        ConcurrencyLimiter limiter = new(1);
        await Acquire(limiter);
        Task[] waiting = [Acquire(limiter), Acquire(limiter), Acquire(limiter)];
        for (var i = 0; i < 3; i++)
        {
            Assert.DoesNotContain(waiting[i..], static task => task.IsCompleted);
            limiter.Release();
            await waiting[i];
        }
    }

    [Fact]
    public async Task Who_gives_up_loses_its_place_and_no_permit()
    {
        ConcurrencyLimiter limiter = new(1);
        await Acquire(limiter);
        using CancellationTokenSource stop = new();
        var leaving = limiter.AcquireAsync(stop.Token).AsTask();
        var staying = Acquire(limiter);
        await stop.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        Assert.Equal(stop.Token, error.CancellationToken);
        Assert.False(staying.IsCompleted);
        limiter.Release();
        await staying;
        limiter.Release();
        Assert.True(Acquire(limiter).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_cancelled_caller_takes_no_permit()
    {
        ConcurrencyLimiter limiter = new(1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await limiter.AcquireAsync(new(canceled: true)));
        Assert.True(Acquire(limiter).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Permits_survive_a_race_of_release_and_cancellation()
    {
        ConcurrencyLimiter limiter = new(1);
        for (var round = 0; round < 500; round++)
        {
            await Acquire(limiter);
            using CancellationTokenSource stop = new();
            var waiting = limiter.AcquireAsync(stop.Token).AsTask();
            using Barrier together = new(2);
            var cancelling = Task.Run(() =>
            {
                together.SignalAndWait();
                stop.Cancel();
            });
            together.SignalAndWait();
            limiter.Release();
            await cancelling;
            await waiting.ContinueWith(static _ => { }, TaskScheduler.Default);
            if (waiting.IsCompletedSuccessfully)
            {
                limiter.Release();
            }

            Assert.True(Acquire(limiter).IsCompletedSuccessfully);
            limiter.Release();
        }
    }

    [Fact]
    public async Task Never_more_than_allowed_are_inside()
    {
        ConcurrencyLimiter limiter = new(3);
        var (inside, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            await limiter.AcquireAsync(CancellationToken.None);
            var now = Interlocked.Increment(ref inside);
            InterlockedMax(ref most, now);
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            limiter.Release();
        })));
        Assert.InRange(most, 1, 3);
    }

    private static Task Acquire(ConcurrencyLimiter limiter) => limiter.AcquireAsync(CancellationToken.None).AsTask();

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); seen < value; seen = Volatile.Read(ref target))
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
