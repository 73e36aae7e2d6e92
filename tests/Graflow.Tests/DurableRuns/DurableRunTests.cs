using System.Collections.Concurrent;
using Graflow.CompilerServices;
using Graflow.Logs;
using Graflow.Tests.Engine;
using Graflow.Tests.Engine.Waits;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.DurableRuns;

public sealed class DurableRunTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly ConcurrentQueue<string> _effects = new();
    private readonly MemoryRunStore _store;

    public DurableRunTests() => _store = new MemoryRunStore(_clock);

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task The_same_id_starts_the_same_run_once()
    {
        var gate = new TaskCompletionSource();
        var flow = Workflow("Durable.Once", Flow.Task<int, int>("a", async (int x) => { _effects.Enqueue("a"); await gate.Task; return x + 1; }));
        await using var engine = Engine();
        await using var first = await engine.StartAsync(flow, 1, new() { RunId = "r" });
        await using var second = await engine.StartAsync(flow, 1, new() { RunId = "r" });
        gate.SetResult();
        Assert.Equal(2, await first.Completion.OrHang());
        Assert.Same(first.Completion, second.Completion);
        await using var third = await engine.StartAsync(flow, 1, new() { RunId = "r" });
        Assert.Equal(2, await third.Completion.OrHang());
        Assert.Equal(2, await engine.RunAsync(flow, 1, new() { RunId = "r" }).OrHang());
        Assert.Equal(["a"], _effects);
    }

    [Fact]
    public async Task Another_input_or_workflow_under_the_same_id_is_refused()
    {
        var flow = Workflow("Durable.Conflict", Add("a", 1));
        var other = Workflow("Durable.ConflictToo", Add("b", 1));
        await using var engine = Engine();
        await engine.RunAsync(flow, 1, new() { RunId = "r" }).OrHang();
        var input = await Assert.ThrowsAsync<RunConflictException>(() => engine.StartAsync(flow, 2, new() { RunId = "r" }));
        Assert.Contains("with the input given now", input.Message, StringComparison.Ordinal);
        var workflow = await Assert.ThrowsAsync<RunConflictException>(() => engine.StartAsync(other, 1, new() { RunId = "r" }));
        Assert.Contains("it is a run of Durable.Conflict, not one of Durable.ConflictToo", workflow.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RunConflictException>(() => engine.ResumeAsync(other, "r"));
    }

    [Fact]
    public async Task Only_a_registered_workflow_can_be_started()
    {
        await using var engine = Engine();
        var refused = await Assert.ThrowsAsync<FlowDefinitionException>(() => engine.StartAsync(Add("a", 1) >> Add("b", 1), 1));
        Assert.Contains("is no [Workflow]", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RunNotFoundException>(() => engine.ResumeAsync(Workflow("Durable.Missing", Add("a", 1)), "missing"));
        await using var plain = new WorkflowEngine();
        await Assert.ThrowsAsync<InvalidOperationException>(() => plain.ResumeAsync(Add("a", 1), "r"));
    }

    [Fact]
    public async Task Disposing_of_the_engine_suspends_and_another_one_goes_on()
    {
        var gate = new TaskCompletionSource();
        var flow = Workflow("Durable.Suspend", Add("a", 1) >> Flow.Task<int, int>("b", async (int x) => { _effects.Enqueue("b"); await gate.Task; return x + 10; }));
        Run<int> run;
        await using (var engine = Engine())
        {
            run = await engine.StartAsync(flow, 1, new() { RunId = "r" });
            await UntilAsync(() => _effects.Contains("b"));
        }

        await Assert.ThrowsAsync<RunSuspendedException>(() => run.Completion.OrHang());
        Assert.Equal(RunStatus.Suspended, run.Status);
        Assert.IsType<RunSuspended>((await run.Events.ToListAsync())[^1]);
        gate.SetResult();
        await using var next = Engine();
        var all = await next.ResumeAllAsync();
        Assert.Equal([new ResumedRun("r", "Durable.Suspend", null)], all);
        Assert.Equal(12, await next.RunAsync(flow, 1, new() { RunId = "r" }).OrHang());
        Assert.Equal(["a", "b", "b"], _effects);
    }

    [Fact]
    public async Task A_run_is_driven_by_one_engine()
    {
        var gate = new TaskCompletionSource();
        var flow = Workflow("Durable.Locked", Flow.Task<int, int>("a", async (int x) => { await gate.Task; return x; }));
        await using var engine = Engine();
        await using var other = Engine();
        await using var run = await engine.StartAsync(flow, 1, new() { RunId = "r" });
        await Assert.ThrowsAsync<RunLockedException>(() => other.StartAsync(flow, 1, new() { RunId = "r" }));
        Assert.Empty(await other.ResumeAllAsync());
        gate.SetResult();
        Assert.Equal(1, await run.Completion.OrHang());
        await using var read = await other.ResumeAsync(flow, "r");
        Assert.Equal(1, await read.Completion.OrHang());
    }

    [Fact]
    public async Task A_backoff_keeps_its_due_time_and_its_attempts()
    {
        var flow = Workflow("Durable.Backoff", Flow.Task<int, int>("a", (x, context) =>
        {
            _effects.Enqueue($"a{context.Attempt}");
            return context.Attempt < 3 ? throw new IOException("not yet") : x + context.Attempt;
        }).With(o => o.Retry = new() { MaxAttempts = 3, Delay = TimeSpan.FromHours(1) }));
        await using (var engine = Engine())
        {
            await engine.StartAsync(flow, 1, new() { RunId = "r" });
            await UntilAsync(() => _clock.ArmedTimers > 0);
        }

        _clock.Advance(TimeSpan.FromMinutes(40));
        await using var next = Engine();
        await using var run = await next.ResumeAsync(flow, "r");
        await UntilAsync(() => _clock.ArmedTimers > 0);
        _clock.Advance(TimeSpan.FromMinutes(19));
        Assert.Equal(["a1"], _effects);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(() => _effects.Count == 2 && _clock.ArmedTimers > 0);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(4, await run.Completion.OrHang());
        Assert.Equal(["a1", "a2", "a3"], _effects);
    }

    [Fact]
    public async Task A_deadline_counts_from_the_first_start()
    {
        var gate = new TaskCompletionSource();
        var flow = Workflow("Durable.Deadline", Flow.Task<int, int>("a", async (int x) => { _effects.Enqueue("a"); await gate.Task; return x; }));
        await using (var engine = Engine())
        {
            await engine.StartAsync(flow, 1, new() { RunId = "r", Deadline = TimeSpan.FromHours(2) });
            await UntilAsync(() => !_effects.IsEmpty);
        }

        _clock.Advance(TimeSpan.FromHours(1));
        await using var next = Engine();
        await using var run = await next.ResumeAsync(flow, "r");
        await UntilAsync(() => _clock.ArmedTimers > 0);
        _clock.Advance(TimeSpan.FromHours(1));
        var missed = await Assert.ThrowsAsync<RunDeadlineException>(() => run.Completion.OrHang());
        Assert.Equal(TimeSpan.FromHours(2), missed.Deadline);
        gate.SetResult();
        await using var read = await next.ResumeAsync(flow, "r");
        await Assert.ThrowsAsync<RunDeadlineException>(() => read.Completion.OrHang());
    }

    [Fact]
    public async Task An_expired_limit_stays_expired()
    {
        var gate = new TaskCompletionSource();
        var slow = Flow.Task<int, int>("slow", async (int x) => { _effects.Enqueue("slow"); await gate.Task; return x; });
        var hold = Flow.Task<int, int>("hold", async (int x) => { _effects.Enqueue("hold"); await gate.Task; return x; });
        var flow = Workflow("Durable.Within", slow.Within(TimeSpan.FromHours(1)).Try().Select(static o => o.Failure!.Exception is TaskTimeoutException ? 1 : 0) >> hold);
        await using (var engine = Engine())
        {
            await engine.StartAsync(flow, 1, new() { RunId = "r" });
            await UntilAsync(() => _effects.Contains("slow") && _clock.ArmedTimers > 0);
            _clock.Advance(TimeSpan.FromHours(1));
            await UntilAsync(() => _effects.Contains("hold"));
        }

        gate.SetResult();
        await using var next = Engine();
        await using var run = await next.ResumeAsync(flow, "r");
        Assert.Equal(1, await run.Completion.OrHang());
        Assert.Equal(["slow", "hold", "hold"], _effects);
    }

    [Fact]
    public async Task Steps_are_counted_over_resumes()
    {
        var records = 0;
        var flow = Workflow("Durable.Steps", Flow.Task("loop", (int x, TaskContext<int> context) => { context.NextIteration(x + 1); return x; }));
        await using (var engine = Engine())
        {
            await Assert.ThrowsAsync<MaxStepsExceededException>(() => engine.RunAsync(flow, 0, new() { RunId = "r", MaxSteps = 9 }).OrHang());
            records = (await _store.ReadAsync("r", CancellationToken.None)).Records.Count;
        }

        var cut = await CopyAsync(_store, 10);
        await using var next = new WorkflowEngine(o => o.RunStore = (_, _) => cut);
        await using var run = await next.ResumeAsync(flow, "r");
        var exceeded = await Assert.ThrowsAsync<MaxStepsExceededException>(() => run.Completion.OrHang());
        Assert.Equal(9, exceeded.Steps);
        Assert.InRange((await cut.ReadAsync("r", CancellationToken.None)).Records.Count, records, records + 2);
    }

    [Fact]
    public async Task A_body_that_ends_its_process_each_time_is_not_called_a_fourth_time()
    {
        var gate = new TaskCompletionSource();
        var flow = Workflow("Durable.Killer", Flow.Task<int, int>("a", async (int x) => { _effects.Enqueue("a"); await gate.Task; return x; }));
        await using var first = Engine();
        await first.StartAsync(flow, 1, new() { RunId = "r" });
        await UntilAsync(() => _effects.Count == 1);
        var store = await CopyAsync(_store);
        for (var death = 2; death <= 3; death++)
        {
            var dying = store;
            await using var again = new WorkflowEngine(o => o.RunStore = (_, _) => dying);
            await again.ResumeAsync(flow, "r");
            await UntilAsync(() => _effects.Count == death);
            store = await CopyAsync(dying);
        }

        await using var last = new WorkflowEngine(o => o.RunStore = (_, _) => store);
        await using var run = await last.ResumeAsync(flow, "r");
        var crashed = await Assert.ThrowsAsync<WorkerCrashedException>(() => run.Completion.OrHang());
        Assert.Equal(3, crashed.Deliveries);
        Assert.Equal(3, _effects.Count);
        gate.SetResult();
    }

    [Fact]
    public async Task What_runs_next_and_cannot_be_written_fails_at_the_next()
    {
        var flow = Workflow("Durable.Unwritable", Flow.Task("a", (int x) => Next.To(Add("lambda", 1), x)));
        await using var engine = Engine();
        var refused = await Assert.ThrowsAsync<NotSerializableException>(() => engine.RunAsync(flow, 1).OrHang());
        Assert.Equal("GRF204", refused.Id);
        Assert.Empty(_effects);
    }

    [Fact]
    public async Task Nothing_follows_from_what_is_not_safe_yet()
    {
        var store = new MemoryRunStore(_clock) { HoldsCommits = true };
        var flow = Workflow("Durable.Held", Add("a", 1) >> Add("b", 1));
        await using var engine = new WorkflowEngine(o => o.RunStore = (_, _) => store);
        await using var run = await engine.StartAsync(flow, 1, new() { RunId = "r" });
        await UntilAsync(() => Records(store) == 1);
        Assert.Empty(_effects);
        store.CommitAll("r");
        await UntilAsync(() => Records(store) >= 3);
        Assert.Equal(["a"], _effects);
        store.CommitAll("r");
        await UntilAsync(() => Records(store) >= 6);
        Assert.Equal(["a", "b"], _effects);
        Assert.False(run.Completion.IsCompleted);
        store.CommitAll("r");
        Assert.Equal(3, await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_cached_output_is_written_down_too()
    {
        var cached = Add("a", 1).With(o => o.Cache = new() { Ttl = TimeSpan.FromDays(1) });
        var flow = Workflow("Durable.Cached", cached >> Add("b", 1));
        await using (var engine = Engine())
        {
            await engine.RunAsync(flow, 1, new() { RunId = "first" }).OrHang();
            Assert.Equal(3, await engine.RunAsync(flow, 1, new() { RunId = "second" }).OrHang());
        }

        Assert.Equal(["a", "b", "b"], _effects);
        await using var next = Engine();
        await using var read = await next.ResumeAsync(flow, "second");
        Assert.Equal(2, read.OutcomeOf(cached).Value);
        Assert.Equal(3, await read.Completion.OrHang());
        Assert.Equal(["a", "b", "b"], _effects);
    }

    [Fact]
    public async Task A_cancelled_run_stays_cancelled()
    {
        var flow = Workflow("Durable.Cancel", Flow.Task<int, int>("a", async (int x, CancellationToken ct) => { _effects.Enqueue("a"); await Task.Delay(-1, ct); return x; }));
        await using var engine = Engine();
        await using (var run = await engine.StartAsync(flow, 1, new() { RunId = "r" }))
        {
            await UntilAsync(() => !_effects.IsEmpty);
            await run.CancelAsync();
        }

        await using var read = await engine.ResumeAsync(flow, "r");
        var cancelled = await Assert.ThrowsAsync<RunCancelledException>(() => read.Completion.OrHang());
        Assert.Equal("CancelAsync was called.", cancelled.Reason);
        Assert.Equal(RunStatus.Cancelled, read.Status);
        Assert.Empty(await engine.ResumeAllAsync());
        Assert.Equal(["a"], _effects);
    }

    [Fact]
    public async Task Disposing_of_the_handle_does_not_end_the_run()
    {
        var gate = new TaskCompletionSource();
        var flow = Workflow("Durable.Handle", Flow.Task<int, int>("a", async (int x) => { await gate.Task; return x; }));
        await using var engine = Engine();
        await (await engine.StartAsync(flow, 1, new() { RunId = "r" })).DisposeAsync();
        gate.SetResult();
        Assert.Equal(1, await engine.RunAsync(flow, 1, new() { RunId = "r" }).OrHang());
    }

    private WorkflowEngine Engine() => new(o => (o.RunStore, o.TimeProvider) = ((_, _) => _store, _clock));

    private static IExecutable<int, TOut> Workflow<TOut>(string name, IExecutable<int, TOut> flow)
    {
        GraflowRegistry.Add(new WorkflowRegistration<int, TOut>(name, () => flow));
        return flow;
    }

    private TaskNode<int, int> Add(string id, int add) => Flow.Task(id, (int x) =>
    {
        _effects.Enqueue(id);
        return x + add;
    });

    private static int Records(MemoryRunStore store) => store.ReadAsync("r", CancellationToken.None).AsTask().Result.Records.Count;

    private async Task<MemoryRunStore> CopyAsync(MemoryRunStore of, int count = int.MaxValue)
    {
        var store = new MemoryRunStore(_clock);
        await using var journal = (await store.TryCreateAsync("r", CancellationToken.None))!;
        foreach (var record in (await of.ReadAsync("r", CancellationToken.None)).Records.Take(count))
        {
            journal.Append(record.Span);
        }

        return store;
    }

    private static Task UntilAsync(Func<bool> condition) => Parked.UntilAsync(condition);
}
