using System.Collections.Concurrent;
using Graflow.Redis.Connections;
using Graflow.Tests.Engine;
using Graflow.Tests.Support;
using StackExchange.Redis;
using Xunit;

namespace Graflow.Redis.Tests.Connections;

public sealed class ConnectAttemptsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Part = Limit / ConnectAttempts<string>.Most;

    private readonly ManualTimeProvider _clock = new();
    private readonly ConcurrentQueue<TaskCompletionSource<string>> _attempts = [];
    private readonly ConcurrentQueue<string> _discarded = [];

    [Fact]
    public async Task Beside_an_attempt_that_does_not_answer_another_begins_and_the_first_that_succeeds_is_taken()
    {
        var connecting = RunAsync();
        _clock.Advance(Part - TimeSpan.FromTicks(1));
        Assert.Single(_attempts);
        await AdvanceAsync(TimeSpan.FromTicks(1), attempts: 2);
        _attempts.ElementAt(1).SetResult("second");
        Assert.Equal("second", await connecting.OrHang());
        _attempts.ElementAt(0).SetResult("first");
        Assert.True(SpinWait.SpinUntil(() => _discarded.Count == 1, TimeSpan.FromMinutes(1)));
        Assert.Equal(["first"], _discarded);
        Assert.Equal(0, _clock.ArmedTimers);
    }

    [Fact]
    public async Task An_attempt_that_is_late_counts_all_the_same()
    {
        var connecting = RunAsync();
        await AdvanceAsync(Part, attempts: 2);
        _attempts.ElementAt(1).SetException(LibraryFailure());
        _attempts.ElementAt(0).SetResult("first");
        Assert.Equal("first", await connecting.OrHang());
        Assert.Empty(_discarded);
    }

    [Fact]
    public async Task A_refusal_is_final_at_once()
    {
        var refusal = await Assert.ThrowsAsync<RedisConnectionException>(() => ConnectionMultiplexer.ConnectAsync("127.0.0.1:1,abortConnect=true"));
        var connecting = RunAsync();
        _attempts.ElementAt(0).SetException(refusal);
        Assert.Same(refusal, await Assert.ThrowsAsync<RedisConnectionException>(() => connecting.OrHang()));
        Assert.Single(_attempts);
    }

    [Fact]
    public async Task What_the_library_fails_in_is_tried_again_at_once_but_not_for_ever()
    {
        var connecting = RunAsync();
        for (var i = 0; i < ConnectAttempts<string>.Most; i++)
        {
            await AdvanceAsync(TimeSpan.Zero, attempts: i + 1);
            _attempts.ElementAt(i).SetException(LibraryFailure());
        }

        Assert.IsType<NullReferenceException>((await Assert.ThrowsAsync<TimeoutException>(() => connecting.OrHang())).InnerException);
    }

    [Fact]
    public async Task Attempts_that_all_stay_silent_end_with_the_limit_and_are_discarded_when_they_come()
    {
        var connecting = RunAsync();
        for (var i = 1; i < ConnectAttempts<string>.Most; i++)
        {
            await AdvanceAsync(Part, attempts: i + 1);
        }

        Assert.False(connecting.IsCompleted);
        _clock.Advance(Part);
        await Assert.ThrowsAsync<TimeoutException>(() => connecting.OrHang());
        Assert.Equal(ConnectAttempts<string>.Most, _attempts.Count);
        _attempts.ElementAt(2).SetResult("third");
        Assert.True(SpinWait.SpinUntil(() => _discarded.Count == 1, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Who_waits_no_longer_is_not_kept()
    {
        using CancellationTokenSource gone = new();
        var connecting = RunAsync(gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting.OrHang());
    }

    private Task<string> RunAsync(CancellationToken ct = default) => new ConnectAttempts<string>(
        () =>
        {
            TaskCompletionSource<string> attempt = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _attempts.Enqueue(attempt);
            return attempt.Task;
        },
        _discarded.Enqueue,
        _clock).RunAsync(Limit, ct);

    private static NullReferenceException LibraryFailure() => Assert.Throws<NullReferenceException>(static () => Length(null!));

    private static int Length(string text) => text.Length;

    private async Task AdvanceAsync(TimeSpan by, int attempts)
    {
        _clock.Advance(by);
        await Task.Run(() => SpinWait.SpinUntil(() => _attempts.Count == attempts)).OrHang();
    }
}
