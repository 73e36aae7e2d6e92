using Graflow.Resilience;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Resilience;

public sealed class ResultCacheTests
{
    private static readonly TimeSpan Ttl = TimeSpan.FromMinutes(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly ResultCache _cache;
    private int _runs;

    public ResultCacheTests()
    {
        _cache = new ResultCache(_clock, capacity: 2);
    }

    [Fact]
    public async Task An_equal_input_is_answered_without_a_run()
    {
        Assert.Equal("1:(1, a)", await Get((1, "a")));
        Assert.Equal("1:(1, a)", await Get((1, "a")));
        Assert.Equal("2:(2, a)", await Get((2, "a")));
    }

    [Fact]
    public async Task Another_task_or_another_type_is_another_result()
    {
        Assert.Equal("1:5", await Get(5));
        Assert.Equal("2:5", await Get(5, "other"));
        Assert.Equal("3:5", await Get(5L));
        Assert.Equal(5, await _cache.GetOrRunAsync("task", 5, Ttl, (n, _) => ValueTask.FromResult(n), CancellationToken.None));
    }

    [Fact]
    public async Task A_result_is_used_until_its_time_is_over_and_not_at_that_moment()
    {
        await Get(1);
        _clock.Advance(Ttl - TimeSpan.FromTicks(1));
        Assert.Equal("1:1", await Get(1));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("2:1", await Get(1));
        Assert.Equal(1, _cache.Count);
    }

    [Fact]
    public async Task The_least_recently_used_goes_first()
    {
        await Get(1);
        await Get(2);
        await Get(1);
        await Get(3);
        Assert.Equal(2, _cache.Count);
        Assert.Equal("1:1", await Get(1));
        Assert.Equal("4:2", await Get(2));
    }

    [Fact]
    public async Task Equal_calls_at_the_same_time_run_once()
    {
        TaskCompletionSource<string> gate = new();
        var leader = Wait(gate.Task, CancellationToken.None);
        var waiter = Wait(gate.Task, CancellationToken.None);
        Assert.Equal(1, _runs);
        gate.SetResult("value");
        Assert.Equal("value", await leader);
        Assert.Equal("value", await waiter);
        Assert.Equal(1, _runs);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        await Assert.ThrowsAsync<IOException>(() => Wait(Task.FromException<string>(new IOException()), CancellationToken.None));
        Assert.Equal(0, _cache.Count);
        Assert.Equal("value", await Wait(Task.FromResult("value"), CancellationToken.None));
        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task A_body_that_throws_before_it_waits_is_not_kept()
    {
        await Assert.ThrowsAsync<IOException>(() => _cache.GetOrRunAsync<int, string>("task", 7, Ttl, (_, _) => throw new IOException(), CancellationToken.None).AsTask());
        Assert.Equal("value", await Wait(Task.FromResult("value"), CancellationToken.None));
    }

    [Fact]
    public async Task A_waiter_whose_leader_fails_runs_itself()
    {
        TaskCompletionSource<string> first = new(), second = new();
        var leader = Wait(first.Task, CancellationToken.None);
        var waiter = Wait(second.Task, CancellationToken.None);
        first.SetException(new IOException());
        await Assert.ThrowsAsync<IOException>(() => leader);
        second.SetResult("mine");
        Assert.Equal("mine", await waiter);
        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task A_leader_that_is_cancelled_leaves_its_waiters_alive()
    {
        using CancellationTokenSource stop = new();
        TaskCompletionSource<string> first = new();
        var leader = Wait(first.Task, stop.Token);
        var waiter = Wait(Task.FromResult("mine"), CancellationToken.None);
        first.SetCanceled(stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);
        Assert.Equal("mine", await waiter);
    }

    [Fact]
    public async Task A_waiter_that_is_cancelled_leaves_the_leader_alone()
    {
        using CancellationTokenSource stop = new();
        TaskCompletionSource<string> gate = new();
        var leader = Wait(gate.Task, CancellationToken.None);
        var waiter = Wait(gate.Task, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiter);
        gate.SetResult("value");
        Assert.Equal("value", await leader);
    }

    [Fact]
    public async Task A_cancelled_caller_runs_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Wait(Task.FromResult("value"), new(canceled: true)));
        Assert.Equal(0, _runs);
    }

    [Fact]
    public async Task Null_is_an_input()
    {
        Assert.Equal("1:", await Get<string?>(null));
        Assert.Equal("1:", await Get<string?>(null));
    }

    private Task<string> Get<T>(T input, string id = "task") =>
        _cache.GetOrRunAsync(id, input, Ttl, (value, _) => ValueTask.FromResult($"{++_runs}:{value}"), CancellationToken.None).AsTask();

    private Task<string> Wait(Task<string> result, CancellationToken cancellationToken) =>
        _cache.GetOrRunAsync("task", 7, Ttl, (_, _) => { Interlocked.Increment(ref _runs); return new ValueTask<string>(result); }, cancellationToken).AsTask();
}
