using System.Collections.Concurrent;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Graflow.Redis.Workers;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Workers;

/// <summary>A loop that waits for tasks and is sent them.</summary>
public sealed class TaskLoopCreditTests(RedisServer server) : LoopTests(server)
{
    private IAsyncDisposable? _listening;

    public override async Task DisposeAsync()
    {
        await (_listening?.DisposeAsync() ?? default);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_pushed_task_runs_without_being_claimed()
    {
        Gate gate = new();
        var loop = await Waiting(2, gate);
        var before = CallsOf("evalsha");
        await Submit(Ready("a"));
        Assert.Equal("a", gate.NextBegun());
        Assert.Equal(1, CallsOf("evalsha") - before);
        Assert.Equal(["a"], loop.HeldIn(loop.Lines[0]).Select(task => task.Path));
        gate.Open("a", "out");
        Assert.Equal("out", Text(Assert.Single(await WhenOutcomes(1)).Value));
        Assert.Equal(0, Stale);
    }

    [Fact]
    public async Task Whoever_has_used_up_its_credit_asks_for_more_when_a_body_ends()
    {
        Gate gate = new();
        await Waiting(1, gate);
        for (var i = 0; i < 5; i++)
        {
            await Submit(Ready($"t{i}"));
            Assert.Equal($"t{i}", gate.NextBegun());
            gate.Open($"t{i}");
            await When(() => Raw.HashGet(Cell.Key("credit:w1"), "nonce") is { IsNull: false } && Raw.HashGet(Cell.Key("credit:w1"), "next") == Raw.HashGet(Cell.Key("credit:w1"), "first"));
        }

        Assert.Equal(5, (await Outcomes()).Count);
    }

    [Fact]
    public async Task Pushed_tasks_take_slots_like_others()
    {
        Gate gate = new();
        var loop = await Waiting(2, gate);
        await Submit(Ready("a"));
        await Submit(Ready("b"));
        Assert.Equal(["a", "b"], new[] { gate.NextBegun(), gate.NextBegun() }.Order());
        await Submit(Ready("c"));
        loop.Poll();
        await When(() => !loop.Lines[0].IsProbed && loop.Lines[0].CanStep);
        Assert.False(gate.HasBegun);
        gate.Open("a");
        Assert.Equal("c", gate.NextBegun());
        Assert.Equal(2, loop.Running);
        gate.Open("b");
        gate.Open("c");
        Assert.Equal(3, (await WhenOutcomes(3)).Count);
    }

    [Fact]
    public async Task What_was_pushed_and_never_heard_runs_after_the_next_look_and_runs_once()
    {
        Gate gate = new();
        ConcurrentQueue<byte[]> missed = [];
        var loop = Loop(3, gate.RunAsync);
        _listening = await Redis.ListenToBytesAsync(Cell.PushChannel("w1"), message => missed.Enqueue(message!), None);
        await PollUntilCredit(loop);
        await Submit(Ready("a"));
        await When(() => missed.Count == 1);
        Assert.False(gate.HasBegun);
        loop.Poll();
        Assert.Equal("a", gate.NextBegun());
        Assert.Equal(1, Assert.Single(loop.HeldIn(loop.Lines[0])).Delivery);

        // It comes late.
        loop.Hear(loop.Lines[0], PushMessage.Read(missed.First()));
        Assert.Equal(1, loop.Running);
        gate.Open("a");
        Assert.Single(await WhenOutcomes(1));
        Assert.Equal(0, Stale);
    }

    [Fact]
    public async Task A_message_that_comes_twice_begins_one_body()
    {
        Gate gate = new();
        ConcurrentQueue<byte[]> heard = [];
        var loop = Loop(3, gate.RunAsync);
        _listening = await Redis.ListenToBytesAsync(Cell.PushChannel("w1"), message => heard.Enqueue(message!), None);
        await PollUntilCredit(loop);
        await Submit(Ready("a"));
        await When(() => heard.Count == 1);
        loop.Hear(loop.Lines[0], PushMessage.Read(heard.First()));
        Assert.Equal("a", gate.NextBegun());
        loop.Hear(loop.Lines[0], PushMessage.Read(heard.First()));
        loop.Poll();
        await When(() => !loop.Lines[0].IsProbed && loop.Lines[0].CanStep);
        Assert.Equal(1, loop.Running);
        Assert.False(gate.HasBegun);
        gate.Open("a");
        Assert.Single(await WhenOutcomes(1));
    }

    [Fact]
    public async Task Whoever_stops_takes_its_credit_back_first()
    {
        Gate gate = new();
        var loop = await Waiting(2, gate);
        loop.StopClaiming();
        await loop.WhenDrained.WaitAsync(Patience, TimeProvider.System);
        Assert.False(Raw.KeyExists(Cell.Key("credit:w1")));
        await Submit(Ready("a"));
        Assert.Equal(("a", 1), (await Claim(1, worker: "other")).Select(task => (task.Path, task.Delivery)).Single());
        Assert.False(gate.HasBegun);
    }

    [Fact]
    public async Task What_was_pushed_to_one_that_stops_goes_back_and_is_no_delivery()
    {
        Gate gate = new();
        ConcurrentQueue<byte[]> missed = [];
        var loop = Loop(1, gate.RunAsync);
        _listening = await Redis.ListenToBytesAsync(Cell.PushChannel("w1"), message => missed.Enqueue(message!), None);
        await PollUntilCredit(loop);
        await Submit(Ready("a"));
        await When(() => missed.Count == 1);
        loop.StopClaiming();
        await loop.WhenDrained.WaitAsync(Patience, TimeProvider.System);
        Assert.Equal(("a", 1), (await Claim(1, worker: "other")).Select(task => (task.Path, task.Delivery)).Single());
        Assert.False(gate.HasBegun);
    }

    private async Task<TaskLoop> Waiting(int slots, Gate gate)
    {
        // By a clock that stands still it never comes to tell that bodies run, which is a call, too.
        var loop = Loop(slots, gate.RunAsync, time: new ManualTimeProvider());
        _listening = await Redis.ListenToBytesAsync(Cell.PushChannel("w1"), message => loop.Hear(loop.Lines[0], PushMessage.Read(message!)), None);
        await PollUntilCredit(loop);
        return loop;
    }

    private async Task PollUntilCredit(TaskLoop loop)
    {
        loop.Poll();
        await When(() => loop.Lines[0].Credit is { Size: > 0 });
    }
}
