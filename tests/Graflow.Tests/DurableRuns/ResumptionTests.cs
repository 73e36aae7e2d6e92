using System.Collections.Concurrent;
using Graflow.CompilerServices;
using Graflow.Logs;
using Graflow.Tests.Engine;
using Graflow.Tests.Engine.Waits;
using Graflow.Tests.Logs;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.DurableRuns;

/// <summary>Runs that are taken up from files in which, or at a time at which, something is not as it should be.</summary>
public sealed class ResumptionTests : IDisposable
{
    private readonly ConcurrentQueue<string> _effects = new();
    private readonly TaskCompletionSource _gate = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly LogFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_that_is_over_its_deadline_fails_before_anything_runs_again()
    {
        var flow = Workflow("Resumption.Late", Held("a"));
        await using (var engine = Engine())
        {
            await engine.StartAsync(flow, 1, new() { RunId = "r", Deadline = TimeSpan.FromHours(2) });
            await Parked.UntilAsync(() => _effects.Count == 1);
        }

        _clock.Advance(TimeSpan.FromHours(3));
        await using (var engine = Engine())
        {
            await using var run = await engine.ResumeAsync(flow, "r");
            var missed = await Assert.ThrowsAsync<RunDeadlineException>(() => run.Completion.OrHang());
            Assert.Equal(TimeSpan.FromHours(2), missed.Deadline);
            Assert.Equal(RunStatus.Failed, run.Status);
        }

        await using var last = Engine();
        Assert.Equal(RunStatus.Failed, (await last.Runs.FindAsync("r"))!.Status);
        Assert.Equal(["a"], _effects);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_body_that_ends_its_process_at_once_is_counted_from_the_first_resume_on(int deliveries)
    {
        var flow = Workflow($"Resumption.Killer{deliveries}", Held("a"));
        List<WorkflowEngine> dead = [];
        for (var life = 0; life <= deliveries; life++)
        {
            dead.Add(Lazy($"{life}", deliveries));
            await dead[^1].StartAsync(flow, 1, new() { RunId = "r" });
            await Parked.UntilAsync(() => _effects.Count == life + 1);
            Leave($"{life}", $"{life + 1}");
        }

        await using (var last = Lazy($"{deliveries + 1}", deliveries))
        {
            await using var run = await last.ResumeAsync(flow, "r");
            var crashed = await Assert.ThrowsAsync<WorkerCrashedException>(() => run.Completion.OrHang());
            Assert.Equal(deliveries, crashed.Deliveries);
            Assert.Equal(deliveries + 1, _effects.Count);
        }

        _gate.SetResult();
        foreach (var engine in dead)
        {
            await engine.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_run_whose_beginning_is_damaged_is_told_and_the_others_go_on()
    {
        var flow = Workflow("Resumption.Damaged", Held("a"));
        await using (var engine = Engine())
        {
            await engine.StartAsync(flow, 1, new() { RunId = "bad" });
            await engine.StartAsync(flow, 2, new() { RunId = "good" });
            await Parked.UntilAsync(() => _effects.Count == 2);
        }

        var file = _folder.Segments("bad")[0];
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[60] ^= 0xff;
        LogFolder.Overwrite(file, bytes);
        _gate.SetResult();
        await using var next = Engine();
        var all = (await next.ResumeAllAsync()).OrderBy(static run => run.RunId, StringComparer.Ordinal).ToList();
        Assert.Equal(["bad", "good"], all.Select(static run => run.RunId));
        Assert.Equal(file, Assert.IsType<RunLogException>(all[0].Problem).Path);
        Assert.Null(all[1].Problem);
        Assert.Equal(2, await next.RunAsync(flow, 2, new() { RunId = "good" }).OrHang());
        Assert.NotNull((await next.Runs.ListAsync()).Single(static run => run.RunId == "bad").Problem);
    }

    [Fact]
    public async Task A_run_that_ended_tells_how_as_soon_as_it_is_opened()
    {
        var flow = Workflow("Resumption.Ended", Held("a"));
        await using (var engine = Engine())
        {
            await engine.StartAsync(flow, 1, new() { RunId = "r" });
            await engine.Runs.CancelAsync("r", "enough");
        }

        await using var next = Engine();
        for (var i = 0; i < 20; i++)
        {
            await using var run = await next.ResumeAsync(flow, "r");
            Assert.Equal(RunStatus.Cancelled, run.Status);
        }
    }

    [Fact]
    public async Task A_retry_is_in_the_log()
    {
        var flow = Workflow("Resumption.Retry", Flow.Task("a", (int x) => x > 1 ? x : throw new IOException("too small")));
        await using var engine = Engine();
        await Assert.ThrowsAsync<TaskFailedException>(() => engine.RunAsync(flow, 1, new() { RunId = "r" }).OrHang());
        var again = await engine.Runs.RetryAsync("r", "a", new RunRetryOptions { Input = 5 });
        await using var run = await engine.ResumeAsync(flow, again);
        Assert.Equal(5, await run.Completion.OrHang());
    }

    [Fact]
    public async Task What_keeps_one_caller_from_a_run_does_not_keep_another()
    {
        var flow = Workflow("Resumption.Callers", Held("a"));
        await using (var engine = Engine())
        {
            await engine.StartAsync(flow, 1, new() { RunId = "r" });
            await Parked.UntilAsync(() => _effects.Count == 1);
        }

        _gate.SetResult();
        var store = new SlowStore(_folder.Connect());
        await using var next = new WorkflowEngine(o => o.RunStore = (_, _) => store);
        var wrong = next.StartAsync(flow, 2, new() { RunId = "r" });
        var right = next.StartAsync(flow, 1, new() { RunId = "r" });
        store.GoOn();
        await Assert.ThrowsAsync<RunConflictException>(() => wrong.OrHang());
        Assert.Equal(1, await (await right.OrHang()).Completion.OrHang());
    }

    [Fact]
    public async Task An_engine_that_is_disposed_of_begins_nothing_that_nobody_would_suspend()
    {
        var flow = Workflow("Resumption.Disposed", Held("a"));
        var engine = Engine();
        await engine.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.StartAsync(flow, 1, new() { RunId = "r" }));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.ResumeAsync(flow, "r"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.ResumeAllAsync());
        Assert.Empty(_effects);
    }

    private WorkflowEngine Engine() => new(o =>
    {
        o.TimeProvider = _clock;
        o.RunStore = (_, _) => _folder.Connect();
    });

    /// <summary>An engine whose lazy records come to the file with the next others only.</summary>
    private WorkflowEngine Lazy(string folder, int deliveries) => new(o =>
    {
        o.Workers.MaxDeliveries = deliveries;
        o.UseFileLog(Path.Combine(_folder.Path, folder), static log => log.CommitInterval = TimeSpan.FromHours(1));
    });

    /// <summary>What a process that dies now would leave.</summary>
    private void Leave(string from, string to)
    {
        var target = Directory.CreateDirectory(Path.Combine(_folder.Path, to, "r")).FullName;
        using var source = new FileStream(Path.Combine(_folder.Path, from, "r", "000001.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = File.Create(Path.Combine(target, "000001.log"));
        source.CopyTo(copy);
    }

    private static IExecutable<int, TOut> Workflow<TOut>(string name, IExecutable<int, TOut> flow)
    {
        GraflowRegistry.Add(new WorkflowRegistration<int, TOut>(name, () => flow));
        return flow;
    }

    private TaskNode<int, int> Held(string id) => Flow.Task<int, int>(id, async (int x) =>
    {
        _effects.Enqueue(id);
        await _gate.Task;
        return x;
    });

    /// <summary>Opens nothing until it is told to.</summary>
    private sealed class SlowStore(IRunStore store) : IRunStore
    {
        private readonly TaskCompletionSource _isOpen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal void GoOn() => _isOpen.SetResult();

        public async ValueTask<IRunJournal?> TryCreateAsync(string runId, CancellationToken ct)
        {
            await _isOpen.Task;
            return await store.TryCreateAsync(runId, ct);
        }

        public ValueTask<IRunJournal> OpenAsync(string runId, CancellationToken ct) => store.OpenAsync(runId, ct);

        public ValueTask<JournalContent> ReadAsync(string runId, CancellationToken ct) => store.ReadAsync(runId, ct);

        public ValueTask<IReadOnlyList<JournalHead>> ListAsync(CancellationToken ct) => store.ListAsync(ct);

        public ValueTask DeleteAsync(string runId, CancellationToken ct) => store.DeleteAsync(runId, ct);

        public ValueTask PostAsync(string runId, ReadOnlyMemory<byte> mail, CancellationToken ct) => store.PostAsync(runId, mail, ct);

        public ValueTask DisposeAsync() => store.DisposeAsync();
    }
}
