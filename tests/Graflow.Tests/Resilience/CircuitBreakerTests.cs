using Graflow.Resilience;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Resilience;

public sealed class CircuitBreakerTests
{
    private static readonly TimeSpan Reset = TimeSpan.FromSeconds(30);

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void One_failure_opens_a_circuit_with_threshold_one()
    {
        var breaker = Breaker(1);
        Fail(breaker);
        var error = Assert.Throws<CircuitOpenException>(() => breaker.Enter());
        Assert.Equal(("payments", 1, _clock.GetUtcNow() + Reset), (error.Key, error.Failures, error.RetryAt));
        Assert.Contains("'payments' is open after 1 failed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_failures_in_a_row_open_it()
    {
        var breaker = Breaker(2);
        Fail(breaker);
        breaker.Succeeded(breaker.Enter());
        Fail(breaker);
        breaker.Cancelled(breaker.Enter());
        Fail(breaker);
        Assert.Equal(2, Assert.Throws<CircuitOpenException>(() => breaker.Enter()).Failures);
    }

    [Fact]
    public void It_stays_open_until_its_time_is_over()
    {
        var breaker = Breaker(1);
        Fail(breaker);
        _clock.Advance(Reset - TimeSpan.FromTicks(1));
        Assert.Throws<CircuitOpenException>(() => breaker.Enter());
        _clock.Advance(TimeSpan.FromTicks(1));
        breaker.Enter();
    }

    [Fact]
    public void Then_one_attempt_tries_and_its_success_closes_it()
    {
        var breaker = Breaker(2);
        Fail(breaker);
        Fail(breaker);
        _clock.Advance(Reset);
        var probe = breaker.Enter();
        Assert.Throws<CircuitOpenException>(() => breaker.Enter());
        breaker.Succeeded(probe);
        Fail(breaker);
        breaker.Enter();
    }

    [Fact]
    public void Its_failure_opens_the_circuit_for_as_long_again()
    {
        var breaker = Breaker(2);
        Fail(breaker);
        Fail(breaker);
        _clock.Advance(Reset);
        Fail(breaker);
        _clock.Advance(Reset - TimeSpan.FromTicks(1));
        Assert.Equal(3, Assert.Throws<CircuitOpenException>(() => breaker.Enter()).Failures);
        _clock.Advance(TimeSpan.FromTicks(1));
        breaker.Enter();
    }

    [Fact]
    public void Its_cancellation_lets_the_next_one_try()
    {
        var breaker = Breaker(1);
        Fail(breaker);
        _clock.Advance(Reset);
        breaker.Cancelled(breaker.Enter());
        breaker.Succeeded(breaker.Enter());
        breaker.Enter();
        breaker.Enter();
    }

    [Fact]
    public void Attempts_from_before_it_opened_neither_close_nor_prolong_it()
    {
        var breaker = Breaker(1);
        var (early, earlier) = (breaker.Enter(), breaker.Enter());
        Fail(breaker);
        _clock.Advance(Reset / 2);
        breaker.Succeeded(early);
        Assert.Throws<CircuitOpenException>(() => breaker.Enter());
        breaker.Failed(earlier);
        _clock.Advance(Reset / 2);
        breaker.Enter();
        breaker.Cancelled(early);
        Assert.Throws<CircuitOpenException>(() => breaker.Enter());
    }

    [Fact]
    public void A_reset_longer_than_any_clock_is_for_ever()
    {
        CircuitBreaker breaker = new("payments", new() { Failures = 1, Reset = TimeSpan.MaxValue }, _clock);
        Fail(breaker);
        Assert.Equal(DateTimeOffset.MaxValue, Assert.Throws<CircuitOpenException>(() => breaker.Enter()).RetryAt);
    }

    private static void Fail(CircuitBreaker breaker) => breaker.Failed(breaker.Enter());

    private CircuitBreaker Breaker(int failures) => new("payments", new() { Failures = failures, Reset = Reset }, _clock);
}
