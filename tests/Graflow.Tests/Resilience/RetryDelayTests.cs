using Graflow.Resilience;
using Xunit;

namespace Graflow.Tests.Resilience;

public sealed class RetryDelayTests
{
    [Theory]
    [InlineData(Backoff.Fixed, 2, 2, 2, 2)]
    [InlineData(Backoff.Linear, 2, 4, 6, 8)]
    [InlineData(Backoff.Exponential, 2, 4, 8, 16)]
    public void Pauses_grow_as_the_backoff_says(Backoff backoff, params int[] seconds)
    {
        var options = Options(2) with { Backoff = backoff };
        Assert.Equal(seconds, Enumerable.Range(1, 4).Select(attempt => (int)Pause(options, attempt).TotalSeconds));
    }

    [Fact]
    public void No_pause_grows_beyond_the_longest_allowed()
    {
        var options = Options(2) with { Backoff = Backoff.Exponential, MaxDelay = TimeSpan.FromSeconds(5) };
        Assert.Equal([2, 4, 5, 5], Enumerable.Range(1, 4).Select(attempt => (int)Pause(options, attempt).TotalSeconds));
    }

    [Theory]
    [InlineData(Backoff.Linear)]
    [InlineData(Backoff.Exponential)]
    public void However_many_attempts_the_pause_is_one_a_timer_can_wait(Backoff backoff)
    {
        var options = new RetryOptions { MaxAttempts = int.MaxValue, Delay = TimeSpan.FromDays(40), Backoff = backoff };
        Assert.Equal(RetryDelay.Longest, Pause(options, int.MaxValue));
        Assert.Equal(RetryDelay.Longest, Pause(options with { MaxDelay = TimeSpan.MaxValue }, int.MaxValue));
    }

    [Fact]
    public void Nothing_doubled_is_nothing()
    {
        var options = Options(0) with { Backoff = Backoff.Exponential };
        Assert.Equal(TimeSpan.Zero, Pause(options, int.MaxValue));
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(0.25, 6)]
    [InlineData(0.75, 2)]
    public void Jitter_takes_its_part_off_the_pause(double jitter, int seconds)
    {
        var options = Options(8) with { Jitter = true };
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryDelay.After(options, 1, () => jitter));
    }

    [Fact]
    public void Jitter_shortens_what_the_limit_left()
    {
        var options = Options(100) with { Jitter = true, MaxDelay = TimeSpan.FromSeconds(8) };
        Assert.Equal(TimeSpan.FromSeconds(4), RetryDelay.After(options, 1, () => 0.5));
    }

    private static RetryOptions Options(int seconds) => new() { MaxAttempts = 9, Delay = TimeSpan.FromSeconds(seconds) };

    private static TimeSpan Pause(RetryOptions options, int attempt) =>
        RetryDelay.After(options, attempt, () => throw new InvalidOperationException("Jitter is off."));
}
