using Graflow.Tests.Engine;
using Graflow.Tests.Support;
using Graflow.Workers;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Graflow.Tests.Workers.Pool;

/// <summary>What a pool makes of what workers say; the workers are the test's.</summary>
public sealed class WorkerPoolTests : IAsyncLifetime
{
    private static readonly TaskModule Tasks = new("Tasks", Guid.Empty, 1);
    private static readonly Handshake Known = Handshake.Own() with { Modules = [Tasks] };

    private readonly ManualTimeProvider _clock = new();
    private readonly List<WorkerPool> _pools = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var pool in _pools)
        {
            await pool.DisposeAsync().AsTask().OrHang();
        }
    }

    [Fact]
    public async Task A_reply_ends_the_call()
    {
        var (pool, launcher) = Create(1);
        var call = Submit(pool, "a");
        var worker = launcher.Next();

        worker.Say(FrameKind.Reply, Called(worker));

        Assert.Equal(0, await call.End.OrHang());
    }

    [Theory]
    [InlineData("protocol")]
    [InlineData("library")]
    [InlineData("module")]
    [InlineData("tasks")]
    [InlineData("missing")]
    public async Task A_worker_with_other_code_is_refused_and_the_difference_named(string difference)
    {
        var own = TaskModule.Registered()[0];
        var (handshake, words) = difference switch
        {
            "protocol" => (Known with { Version = 9 }, "it speaks version 9 of the protocol, this program version 1. Use one version of Graflow for both."),
            "library" => (Known with { Library = Guid.Empty }, "its Graflow is another build: 00000000-0000-0000-0000-000000000000 there, "),
            "module" => (Known with { Modules = [own with { VersionId = Guid.Empty }] }, $"{own.Assembly} is another build: 00000000-0000-0000-0000-000000000000 there, {own.VersionId} here."),
            "tasks" => (Known with { Modules = [own with { TasksHash = 0 }] }, $"it registers other tasks of {own.Assembly} than this program does."),
            _ => (Known with { Modules = [] }, "a is declared in Tasks, which that program does not register. Reference the project there, too."),
        };
        var (pool, _) = Create(1, handshake);

        var refused = await Assert.ThrowsAsync<WorkerHandshakeException>(() => Submit(pool, "a").End.OrHang());

        Assert.StartsWith($"worker 1 cannot run tasks of this program: {words}", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 4, 0, 0, 0, 2, 1, 0, 0, 0 }, "A frame says that it has 4 bytes; frames have 5 to 1073741829.")]
    [InlineData(new byte[] { 255, 255, 255, 127, 2, 1, 0, 0, 0 }, "A frame says that it has 2147483647 bytes")]
    [InlineData(new byte[] { 0, 0, 0, 128, 2, 1, 0, 0, 0 }, "A frame says that it has -2147483648 bytes")]
    [InlineData(new byte[] { 5, 0, 0, 0, 99, 1, 0, 0, 0 }, "A frame of the unknown kind 99.")]
    [InlineData(new byte[] { 6, 0, 0, 0, 6, 1, 0, 0, 0, 7 }, "The payload cannot be read at byte 0.")]
    public async Task What_is_no_frame_ends_the_worker_and_the_call_goes_to_another(byte[] bytes, string words)
    {
        var (pool, launcher) = Create(1);
        var call = Submit(pool, "a");
        var first = launcher.Next();
        Called(first);

        first.Write(bytes);
        var second = launcher.Next();
        second.Say(FrameKind.Reply, Called(second));

        await call.End.OrHang();
        Assert.StartsWith($"2 worker 1 was killed because of what it sent: {words}", Assert.Single(call.Told), StringComparison.Ordinal);
        Assert.True(first.Exited.IsCompleted);
    }

    [Fact]
    public async Task A_worker_that_answers_is_left_alone_and_one_that_stops_answering_is_not()
    {
        var (pool, launcher) = Create(1);
        var call = Submit(pool, "a");
        var first = launcher.Next();
        Called(first);
        for (var i = 0; i < 20; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            Assert.Equal(FrameKind.Ping, first.Heard().Kind);
            first.Say(FrameKind.Pong, 0);
            // The engine has heard of it once it has heard of the line behind it.
            Print(first, 1, $"line {i}");
            Assert.True(SpinWait.SpinUntil(() => call.Told.Count == i + 1, TimeSpan.FromMinutes(1)));
        }

        Assert.False(first.Exited.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.False(first.Exited.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(5));
        var second = launcher.Next();
        Assert.True(first.Exited.IsCompleted);
        second.Say(FrameKind.Reply, Called(second));
        await call.End.OrHang();
    }

    [Fact]
    public async Task Only_the_first_of_a_lost_workers_calls_was_delivered()
    {
        var (pool, launcher) = Create(1);
        var first = WarmedUp(pool, launcher);
        var calls = Enumerable.Range(0, 4).Select(i => Submit(pool, $"c{i}")).ToList();
        calls.ForEach(_ => Called(first));

        first.Kill();
        var second = launcher.Next();
        for (var i = 0; i < 4; i++)
        {
            second.Say(FrameKind.Reply, Called(second));
        }

        await Task.WhenAll(calls.Select(static call => call.End)).OrHang();
        Assert.Equal(["2 worker 1 exited with code 3"], calls[0].Told);
        Assert.All(calls.Skip(1), static call => Assert.Empty(call.Told));
    }

    [Fact]
    public async Task A_failure_of_the_worker_that_is_the_tasks_own_fault_is_no_redelivery()
    {
        var (pool, launcher) = Create(1);
        var call = Submit(pool, "a");
        var worker = launcher.Next();
        Called(worker);
        worker.Exit = new WorkerExit(137, Signal: null, new InvalidOperationException("out of memory"));

        worker.Kill();

        Assert.Equal("out of memory", (await Assert.ThrowsAsync<InvalidOperationException>(() => call.End.OrHang())).Message);
        Assert.Empty(call.Told);
    }

    [Fact]
    public async Task A_call_that_waits_behind_a_body_is_asked_back_for_an_idle_worker()
    {
        var (pool, launcher) = Create(2);
        var first = WarmedUp(pool, launcher);
        var (stuck, behind) = (Submit(pool, "stuck"), Submit(pool, "behind"));
        var stuckId = Called(first);
        var behindId = Called(first);

        // The second worker was started for the call that had to wait.
        var second = launcher.Next();
        Assert.Equal((FrameKind.Recall, behindId), first.Heard());
        first.Say(FrameKind.Recalled, behindId);
        second.Say(FrameKind.Reply, Called(second));

        await behind.End.OrHang();
        Assert.False(stuck.End.IsCompleted);
        first.Say(FrameKind.Reply, stuckId);
        await stuck.End.OrHang();
    }

    [Fact]
    public async Task A_call_is_asked_back_after_it_was_sent_however_long_that_takes()
    {
        var (pool, launcher) = Create(2);
        var first = WarmedUp(pool, launcher);
        var (stuck, stuckId) = (Submit(pool, "stuck"), Called(first));
        var behind = new FakeCall("behind");
        behind.MayBeSent.Reset();
        var submitting = Task.Run(() => pool.Submit(behind));

        // The idle worker makes the pool ask for the call, which is on its way to the other one still.
        var second = launcher.Next();
        Assert.True(SpinWait.SpinUntil(() => pool.LiveWorkers == 2, TimeSpan.FromMinutes(1)));
        behind.MayBeSent.Set();
        await submitting.OrHang();
        var behindId = Called(first);
        Assert.Equal((FrameKind.Recall, behindId), first.Heard());
        first.Say(FrameKind.Recalled, behindId);
        second.Say(FrameKind.Reply, Called(second));

        await behind.End.OrHang();
        first.Say(FrameKind.Reply, stuckId);
        await stuck.End.OrHang();
    }

    [Fact]
    public async Task A_call_that_began_all_the_same_does_not_keep_those_behind_it()
    {
        var (pool, launcher) = Create(2);
        var first = WarmedUp(pool, launcher);
        var (ahead, begun) = (Submit(pool, "ahead"), Submit(pool, "begun"));
        var (aheadId, begunId) = (Called(first), Called(first));
        var second = launcher.Next();
        Assert.Equal((FrameKind.Recall, begunId), first.Heard());
        first.Say(FrameKind.Reply, aheadId);
        await ahead.End.OrHang();

        var elsewhere = Submit(pool, "elsewhere");
        var elsewhereId = Called(second);
        var behind = Submit(pool, "behind");
        var behindId = Called(first);
        second.Say(FrameKind.Reply, elsewhereId);
        Assert.Equal((FrameKind.Recall, behindId), first.Heard());
        first.Say(FrameKind.Recalled, behindId);
        second.Say(FrameKind.Reply, Called(second));

        await Task.WhenAll(elsewhere.End, behind.End).OrHang();
        Assert.False(begun.End.IsCompleted);
        first.Say(FrameKind.Reply, begunId);
        await begun.End.OrHang();
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_it_is_sent_is_cancelled_in_its_worker()
    {
        var (pool, launcher) = Create(1);
        var first = WarmedUp(pool, launcher);
        var call = new FakeCall("late");
        call.MayBeSent.Reset();
        var submitting = Task.Run(() => pool.Submit(call));
        Assert.True(SpinWait.SpinUntil(() => call.State == RequestState.Held, TimeSpan.FromMinutes(1)));

        pool.Cancel(call);
        call.MayBeSent.Set();
        await submitting.OrHang();
        var id = Called(first);
        Assert.Equal((FrameKind.Cancel, id), first.Heard());
        first.Say(FrameKind.Recalled, id);

        await Assert.ThrowsAsync<OperationCanceledException>(() => call.End.OrHang());
        Assert.False(first.Exited.IsCompleted);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_is_submitted_goes_to_no_worker()
    {
        var (pool, launcher) = Create(1);
        var call = new FakeCall("gone");
        pool.Cancel(call);
        pool.Submit(call);
        await Assert.ThrowsAsync<OperationCanceledException>(() => call.End.OrHang());

        var next = Submit(pool, "next");
        Assert.Equal(RequestState.Over, call.State);
        var worker = launcher.Next();
        worker.Say(FrameKind.Reply, Called(worker));
        await next.End.OrHang();
    }

    [Fact]
    public async Task A_slot_that_is_kept_is_nobody_elses()
    {
        var (pool, launcher) = Create(1);
        var lease = await pool.LeaseAsync(priority: 0, needsWorker: false, CancellationToken.None);
        var call = Submit(pool, "a");
        Assert.Equal(0, pool.LiveWorkers);

        lease.Dispose();
        var worker = launcher.Next();
        worker.Say(FrameKind.Reply, Called(worker));

        await call.End.OrHang();
    }

    [Fact]
    public async Task A_start_that_failed_is_tried_again_after_a_pause_while_another_worker_runs_a_long_body()
    {
        var (pool, launcher) = Create(2);
        var body = Submit(pool, "long");
        var first = launcher.Next();
        var bodyId = Called(first);
        var kept = await pool.LeaseAsync(priority: 0, needsWorker: false, CancellationToken.None);
        launcher.FailingStarts = 1;
        var refused = new FakeCall("refused");
        kept.Submit(refused);
        await Assert.ThrowsAsync<WorkerStartException>(() => refused.End.OrHang());
        kept.Dispose();

        var lease = pool.LeaseAsync(priority: 0, needsWorker: true, CancellationToken.None).AsTask();
        _clock.Advance(TimeSpan.FromMilliseconds(999));
        // The ticks and the pause.
        Assert.Equal(2, _clock.ArmedTimers);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        launcher.Next();

        (await lease.OrHang()).Dispose();
        Assert.False(body.End.IsCompleted);
        first.Say(FrameKind.Reply, bodyId);
        await body.End.OrHang();
    }

    [Fact]
    public async Task A_call_that_comes_just_after_the_only_worker_failed_to_start_is_served_after_the_pause()
    {
        var (pool, launcher) = Create(1);
        launcher.FailingStarts = 1;
        var refused = await Assert.ThrowsAsync<WorkerStartException>(() => Submit(pool, "a").End.OrHang());
        Assert.Equal("start 1 failed", refused.Message);

        var call = Submit(pool, "b");
        _clock.Advance(TimeSpan.FromSeconds(1));
        var worker = launcher.Next();
        worker.Say(FrameKind.Reply, Called(worker));

        await call.End.OrHang();
    }

    [Fact]
    public async Task Calls_after_the_end_of_the_pool_fail()
    {
        var (pool, _) = Create(1);
        await pool.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Submit(pool, "a").End.OrHang());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pool.LeaseAsync(0, needsWorker: true, CancellationToken.None).AsTask());
    }

    private static uint Called(FakeWorker worker)
    {
        var (kind, id) = worker.Heard();
        Assert.Equal(FrameKind.Call, kind);
        return id;
    }

    private static void Print(FakeWorker worker, uint id, string line)
    {
        var frame = FrameBuffer.Begin(FrameKind.Output, id);
        FrameText.Write(frame, (int)OutputStream.StandardOutput, line);
        worker.Connection.Send(frame, mayWait: true);
    }

    private static FakeCall Submit(WorkerPool pool, string name)
    {
        var call = new FakeCall(name);
        pool.Submit(call);
        return call;
    }

    // Under a clock that stands still all bodies are short, so that calls are sent ahead.
    private static FakeWorker WarmedUp(WorkerPool pool, FakeLauncher launcher)
    {
        FakeWorker? worker = null;
        for (var i = 0; i < 4; i++)
        {
            var call = Submit(pool, $"warm{i}");
            worker ??= launcher.Next();
            worker.Say(FrameKind.Reply, Called(worker));
            call.End.OrHang().GetAwaiter().GetResult();
        }

        return worker!;
    }

    private (WorkerPool Pool, FakeLauncher Launcher) Create(int size, Handshake? handshake = null)
    {
        var launcher = new FakeLauncher(handshake ?? Known);
        var pool = new WorkerPool(launcher, size, new WorkerOptions(), _clock, NullLogger.Instance);
        _pools.Add(pool);
        return (pool, launcher);
    }
}
