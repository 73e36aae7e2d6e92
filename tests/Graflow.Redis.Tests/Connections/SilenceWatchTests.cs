using Graflow.Redis.Connections;
using Graflow.Tests.Engine;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Connections;

public sealed class SilenceWatchTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    private readonly ManualTimeProvider _clock = new();
    private Func<Task> _answer = static () => Task.CompletedTask;
    private int _pings;
    private int _replacements;

    [Fact]
    public async Task A_ping_that_waits_for_one_and_a_half_limits_has_the_connection_replaced()
    {
        await using var watch = Watch();
        _answer = static () => new TaskCompletionSource().Task;
        await PingAsync();
        _clock.Advance((1.5 * Limit) - TimeSpan.FromTicks(1));
        Assert.Equal(0, _replacements);
        _clock.Advance(TimeSpan.FromTicks(1));
        await ReplacedAsync(1);
    }

    [Fact]
    public async Task Pings_that_fail_have_the_connection_replaced_when_they_do_so_for_long_without_an_answer_between_them()
    {
        await using var watch = Watch();
        await FailAsync(watch, SilenceWatch.MaxFailed - 1);
        _answer = static () => Task.CompletedTask;
        await PingAsync();
        await watch.LastPing.OrHang();
        await FailAsync(watch, SilenceWatch.MaxFailed);
        Assert.Equal(0, _replacements);
        _clock.Advance(Limit / 4);
        await ReplacedAsync(1);
    }

    private async Task FailAsync(SilenceWatch watch, int pings)
    {
        _answer = static () => throw new TimeoutException();
        for (var i = 0; i < pings; i++)
        {
            await PingAsync();
            await watch.LastPing.OrHang();
        }
    }

    private Task PingAsync()
    {
        var next = Volatile.Read(ref _pings) + 1;
        _clock.Advance(Limit / 4);
        return Task.Run(() => SpinWait.SpinUntil(() => Volatile.Read(ref _pings) == next)).OrHang();
    }

    private Task ReplacedAsync(int times) => Task.Run(() => SpinWait.SpinUntil(() => Volatile.Read(ref _replacements) == times)).OrHang();

    private SilenceWatch Watch() => new(
        Limit,
        _clock,
        () =>
        {
            Interlocked.Increment(ref _pings);
            return _answer();
        },
        () =>
        {
            Interlocked.Increment(ref _replacements);
            return Task.CompletedTask;
        });
}
