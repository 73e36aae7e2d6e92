using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Engine;

public sealed class RetryTests
{
    private static readonly WorkflowEngine Engine = new();

    private readonly Journal _journal = new();

    public static TheoryData<string> All => Executions.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Retries_of_one_branch_never_run_its_siblings_again(string execution)
    {
        var flow = _journal.Step("before") >> (Flaky("flaky", failures: 3) | _journal.Step("sibling")) >> Flow.Task("join", ((int A, int B) x) => { _journal.Add("join"); return x.A + x.B; });
        Assert.Equal(3, await Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
        Assert.Equal((1, 1, 1, 4), (_journal.Count("before"), _journal.Count("sibling"), _journal.Count("join"), _journal.Entries.Count(static entry => entry.StartsWith("flaky", StringComparison.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_budget_of_attempts_is_each_executions_own(string execution)
    {
        var flaky = Flaky("flaky", failures: 3);
        var flow = flaky >> flaky.As("again") >> Flow.Task("list", (int x) => new[] { x, x }) >> flaky.ForEach();
        Assert.Equal([0, 0], await Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang());
        Assert.Equal(16, _journal.Entries.Count);
        Assert.All(["flaky@1", "flaky@2", "flaky@3", "flaky@4"], entry => Assert.Equal(4, _journal.Count(entry)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_iteration_has_a_budget_of_its_own_and_one_key_for_all_its_attempts(string execution)
    {
        var keys = new Journal();
        TaskNode<int, int> loop = null!;
        loop = Flow.Task("loop", (int x, TaskContext context) =>
        {
            keys.Add(context.IdempotencyKey[context.RunId.Length..]);
            return context.Attempt < 3 ? throw new InvalidDataException() : x == 2 ? x : Next.To(loop, x + 1);
        }).With(static o => o.Retry = new() { MaxAttempts = 3 });
        Assert.Equal(2, await Engine.RunAsync(loop, 0, Executions.On(execution)).OrHang());
        Assert.Equal(["/loop", "/loop", "/loop", "/loop#1", "/loop#1", "/loop#1", "/loop#2", "/loop#2", "/loop#2"], keys.Entries);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_payload_that_cannot_be_read_or_written_is_not_tried_again(string execution)
    {
        foreach (var incurable in new Exception[] { new PayloadException(offset: 4, "cut off"), NotSerializableException.NoCodec(typeof(Action)) })
        {
            var flow = Flow.Task("decode", (int _) => { _journal.Add("decode"); return Throw(incurable); }).With(static o => o.Retry = new() { MaxAttempts = 3 });
            Assert.Same(incurable, await Assert.ThrowsAnyAsync<GraflowException>(() => Engine.RunAsync(flow, 0, Executions.On(execution)).OrHang()));
        }

        Assert.Equal(2, _journal.Count("decode"));
    }

    [Fact]
    public async Task After_the_last_attempt_the_task_failed_with_the_last_error()
    {
        var error = await Assert.ThrowsAsync<TaskFailedException>(() => Engine.RunAsync(Flaky("flaky", failures: 9), 0).OrHang());
        Assert.Equal(("flaky", 4, "attempt 4"), (error.TaskId, error.Attempts, error.InnerException!.Message));
        Assert.Equal("flaky failed after 4 attempts: attempt 4", error.Message);
    }

    [Fact]
    public async Task Backoff_waits_by_the_engines_clock_and_jitter()
    {
        var clock = new ManualTimeProvider();
        var engine = new WorkflowEngine(o => (o.TimeProvider, o.Jitter) = (clock, static () => 0.5));
        var node = Flaky("flaky", failures: 3).With(static o => o.Retry = new() { MaxAttempts = 4, Delay = TimeSpan.FromSeconds(1), Backoff = Backoff.Exponential });
        await using var run = await engine.StartAsync(node, 0);
        foreach (var wait in new[] { 1, 2, 4 })
        {
            SpinWait.SpinUntil(() => clock.ArmedTimers == 1);
            clock.Advance(TimeSpan.FromSeconds(wait) - TimeSpan.FromTicks(1));
            Assert.Equal(1, clock.ArmedTimers);
            clock.Advance(TimeSpan.FromTicks(1));
        }

        Assert.Equal(0, await run.Completion.OrHang());
        var retries = new List<TimeSpan>();
        await foreach (var e in run.Events)
        {
            if (e is TaskFailed { WillRetryAt: { } at })
            {
                retries.Add(at - e.Time);
            }
        }

        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)], retries);
    }

    [Fact]
    public async Task Only_the_named_errors_are_tried_again()
    {
        var node = Flaky("flaky", failures: 1).With(static o => o.Retry = new() { MaxAttempts = 3, On = ["System.TimeoutException"] });
        Assert.Equal(1, (await Assert.ThrowsAsync<TaskFailedException>(() => Engine.RunAsync(node, 0).OrHang())).Attempts);
        var named = node.With(static o => o.Retry = new() { MaxAttempts = 3, On = ["System.SystemException"] });
        Assert.Equal(0, await Engine.RunAsync(named, 0).OrHang());
    }

    [Fact]
    public async Task A_cancelled_run_makes_no_further_attempt()
    {
        var clock = new ManualTimeProvider();
        var engine = new WorkflowEngine(o => o.TimeProvider = clock);
        var node = Flaky("flaky", failures: 3).With(static o => o.Retry = new() { MaxAttempts = 4, Delay = TimeSpan.FromSeconds(1) });
        await using var run = await engine.StartAsync(node, 0);
        SpinWait.SpinUntil(() => clock.ArmedTimers == 1);
        await run.CancelAsync().OrHang();
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["flaky@1"], _journal.Entries);
        Assert.Equal(OutcomeKind.Cancelled, run.OutcomeOf(node).Kind);
    }

    private TaskNode<int, int> Flaky(string id, int failures) => Flow.Task(id, (int x, TaskContext context) =>
    {
        _journal.Add($"{id}@{context.Attempt}");
        return context.Attempt <= failures ? throw new InvalidDataException($"attempt {context.Attempt}") : x;
    }).With(static o => o.Retry = new() { MaxAttempts = 4 });

    private static int Throw(Exception error) => throw error;
}
