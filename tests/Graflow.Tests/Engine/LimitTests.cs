using System.Diagnostics;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Engine;

/// <summary>A limit of n never runs n + 1 bodies.</summary>
public sealed class LimitTests
{
    private static readonly WorkflowEngine Engine = new();

    public static TheoryData<int, bool> Limits => new() { { 1, false }, { 1, true }, { 2, false }, { 2, true }, { 3, false }, { 3, true } };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_run_keeps_its_limit(int limit, bool isAsync)
    {
        var crowd = new Crowd();
        var flow = Flow.Parallel(Enumerable.Range(0, 60).Select(i => crowd.Task($"t{i}", isAsync)));
        await Engine.RunAsync(flow, 0, new() { Execution = Execution.Threads(limit) }).OrHang();
        crowd.AssertNeverMoreThan(limit, bodies: 60);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Direct_is_one_at_a_time(bool isAsync)
    {
        var crowd = new Crowd();
        await Engine.RunAsync(Flow.Parallel(Enumerable.Range(0, 40).Select(i => crowd.Task($"t{i}", isAsync))), 0, new() { Execution = Execution.Direct }).OrHang();
        crowd.AssertNeverMoreThan(1, bodies: 40);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_group_keeps_its_limit_in_a_run_without_one(int limit, bool isAsync)
    {
        var crowd = new Crowd();
        var group = Flow.Parallel(Enumerable.Range(0, 40).Select(i => crowd.Task($"a{i}", isAsync) >> crowd.Task($"b{i}", isAsync))).WithExecution(Execution.Threads(limit));
        var free = Flow.Parallel(Enumerable.Range(0, 20).Select(static i => Flow.Task($"free{i}", async (int x) => { await Task.Yield(); return x; })));
        await Engine.RunAsync(group | free, 0).OrHang();
        crowd.AssertNeverMoreThan(limit, bodies: 80);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_enclosing_limit_applies(bool isAsync)
    {
        var (inner, outer) = (new Crowd(), new Crowd());
        var two = Flow.Parallel(Enumerable.Range(0, 20).Select(i => inner.Task($"in{i}", isAsync, outer))).WithExecution(Execution.Threads(2));
        var one = Flow.Parallel(Enumerable.Range(0, 20).Select(i => outer.Task($"direct{i}", isAsync))).WithExecution(Execution.Direct);
        var more = Flow.Parallel(Enumerable.Range(0, 20).Select(i => outer.Task($"out{i}", isAsync))).WithExecution(Execution.Threads(9));
        await Engine.RunAsync((two | one | more).WithExecution(Execution.Threads(3)), 0).OrHang();
        inner.AssertNeverMoreThan(2, bodies: 20);
        outer.AssertNeverMoreThan(3, bodies: 60);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_map_keeps_its_limit_of_elements(int limit, bool isAsync)
    {
        var crowd = new Crowd();
        await Engine.RunAsync(crowd.Task("element", isAsync).ForEach(limit), Enumerable.Range(0, 60).ToList()).OrHang();
        crowd.AssertNeverMoreThan(limit, bodies: 60);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_map_keeps_the_limit_of_its_execution(int limit, bool isAsync)
    {
        var crowd = new Crowd();
        var step = crowd.Task("element", isAsync);
        await Engine.RunAsync((step >> step.As("again")).ForEach().WithExecution(Execution.Threads(limit)), Enumerable.Range(0, 40).ToList()).OrHang();
        crowd.AssertNeverMoreThan(limit, bodies: 80);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task What_a_task_continues_with_and_its_side_tasks_stay_in_the_limit(int limit, bool isAsync)
    {
        var crowd = new Crowd();
        var leaf = crowd.Task("leaf", isAsync);
        var branches = Enumerable.Range(0, 15).Select(i => Flow.Task($"t{i}", (int x, TaskContext context) =>
        {
            context.NextTask(leaf.As($"side{i}"), x);
            return Next.To(leaf.As("a") >> leaf.As("b"), x);
        }));
        await Engine.RunAsync(Flow.Parallel(branches).WithExecution(Execution.Threads(limit)), 0).OrHang();
        crowd.AssertNeverMoreThan(limit, bodies: 45);
    }

    [Theory]
    [InlineData(false, "group")]
    [InlineData(true, "group")]
    [InlineData(false, "run")]
    [InlineData(true, "run")]
    public async Task Abandoned_bodies_free_their_slot_exactly_once(bool isAsync, string where)
    {
        var clock = new ManualTimeProvider();
        var engine = new WorkflowEngine(o => o.TimeProvider = clock);
        using var deaf = new DeafBody();
        var crowd = new Crowd();
        var stuck = Enumerable.Range(0, 3).Select(i => deaf.Task($"deaf{i}", isAsync).With(static o => o.Timeout = TimeSpan.FromSeconds(1)));
        var group = Flow.Parallel([.. stuck, .. Enumerable.Range(0, 30).Select(i => crowd.Task($"t{i}", isAsync))]).WithPolicy(GroupPolicy.BestEffort);
        var execution = where == "group" ? Execution.Threads() : Execution.Threads(2);
        var run = engine.RunAsync(where == "group" ? group.WithExecution(Execution.Threads(2)) : group, 0, new() { Execution = execution });
        while (!run.IsCompleted)
        {
            if (clock.ArmedTimers > 0)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
            }

            await Task.Yield();
        }

        var outcomes = await run.OrHang();
        Assert.All(outcomes.Take(3), static outcome => Assert.IsType<TaskTimeoutException>(outcome.Failure!.Exception));
        Assert.All(outcomes.Skip(3), static outcome => Assert.True(outcome.IsSuccess));
        crowd.AssertNeverMoreThan(2, bodies: 30);
    }

    [Fact]
    public async Task Branches_cancelled_while_they_wait_for_a_slot_take_none_with_them()
    {
        var journal = new Journal();
        for (var i = 0; i < 20; i++)
        {
            var lost = (journal.Failing("fail") | journal.Step("b") | journal.Step("c")).WithPolicy(GroupPolicy.FailFast).WithExecution(Execution.Threads(1)).Try();
            var raced = Flow.Parallel(Enumerable.Range(0, 8).Select(n => journal.Step($"race{n}", n))).First();
            var flow = (lost | raced | Flow.Parallel(Enumerable.Range(0, 4).Select(n => journal.Step($"d{n}")))).WithExecution(Execution.Threads(1));
            var (_, _, last) = await Engine.RunAsync(flow, 0).OrHang();
            Assert.Equal([1, 1, 1, 1], last);
        }

        Assert.Equal(20, journal.Count("d3"));
    }

    [Fact]
    public async Task A_body_that_ends_as_its_time_runs_out_gives_its_slot_to_who_waits()
    {
        const string id = "ends as its time runs out";
        var clock = new ManualTimeProvider();
        var engine = new WorkflowEngine(o => o.TimeProvider = clock);
        var journal = new Journal();
        var flow = (journal.Step("late").Within(TimeSpan.FromSeconds(1)).Try() | journal.Step("waits")).WithExecution(Execution.Threads(1));
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var goOn = new ManualResetEventSlim();
        // The span ends after the body, before its slot is given back.
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Graflow",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.OperationName == "late" && Equals(span.GetTagItem("graflow.run.id"), id))
                {
                    ended.SetResult();
                    goOn.Wait();
                }
            },
        };
        ActivitySource.AddActivityListener(listener);

        var run = Task.Run(() => engine.RunAsync(flow, 1, new() { RunId = id }));
        await ended.Task.OrHang();
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["late"], journal.Entries);
        goOn.Set();

        var (outcome, value) = await run.OrHang();
        Assert.IsType<TaskTimeoutException>(outcome.Failure!.Exception);
        Assert.Equal(2, value);
    }

    [Fact]
    public async Task A_task_that_is_skipped_takes_no_slot()
    {
        var journal = new Journal();
        var lost = journal.Failing("fail") >> journal.Step("skipped") >> journal.Step("skipped2");
        var group = Flow.Parallel([lost, .. Enumerable.Range(0, 5).Select(i => journal.Step($"a{i}") >> journal.Step($"b{i}"))]);
        var outcomes = await Engine.RunAsync(group.WithPolicy(GroupPolicy.BestEffort).WithExecution(Execution.Threads(1)), 0).OrHang();
        Assert.Equal([OutcomeKind.Skipped, .. Enumerable.Repeat(OutcomeKind.Succeeded, 5)], outcomes.Select(static x => x.Kind));
    }

    [Fact]
    public async Task A_backoff_holds_no_slot()
    {
        var clock = new ManualTimeProvider();
        var engine = new WorkflowEngine(o => o.TimeProvider = clock);
        var journal = new Journal();
        var flaky = Flow.Task("flaky", (int x, TaskContext context) => context.Attempt == 1 ? throw new InvalidDataException() : x)
            .With(static o => o.Retry = new() { MaxAttempts = 2, Delay = TimeSpan.FromMinutes(1) });
        var other = Flow.Task("other", (int x) => { journal.Add("other"); return x; });
        var run = engine.RunAsync((flaky | other).WithExecution(Execution.Threads(1)), 5, new() { Execution = Execution.Threads(1) });
        Assert.False(run.IsCompleted);
        Assert.Equal(["other"], journal.Entries);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((5, 5), await run.OrHang());
    }

    [Fact]
    public async Task A_stuck_thread_is_never_needed()
    {
        using var meeting = new Barrier(4);
        var meet = Flow.Task("meet", (int x) => { meeting.SignalAndWait(); return x; });
        for (var i = 0; i < 50; i++)
        {
            var flow = Flow.Parallel(Enumerable.Range(0, 4).Select(n => meet.As($"m{n}")));
            Assert.Equal([1, 1, 1, 1], await Engine.RunAsync(flow, 1).OrHang());
            Assert.Equal([1, 1, 1, 1], await Engine.RunAsync(flow, 1, new() { Execution = Execution.Threads(4) }).OrHang());
        }
    }

    /// <summary>Counts the bodies that are inside at once.</summary>
    private sealed class Crowd
    {
        private int _inside;
        private int _most;
        private int _bodies;

        public TaskNode<int, int> Task(string id, bool isAsync, Crowd? outer = null) => isAsync
            ? Flow.Task(id, async (int x) =>
            {
                Enter();
                outer?.Enter();
                await System.Threading.Tasks.Task.Yield();
                await System.Threading.Tasks.Task.Yield();
                outer?.Leave();
                Leave();
                return x;
            })
            : Flow.Task(id, (int x) =>
            {
                Enter();
                outer?.Enter();
                Thread.SpinWait(500);
                outer?.Leave();
                Leave();
                return x;
            });

        public void AssertNeverMoreThan(int limit, int bodies)
        {
            Assert.Equal(bodies, _bodies);
            Assert.InRange(_most, 1, limit);
        }

        private void Enter()
        {
            Interlocked.Increment(ref _bodies);
            var inside = Interlocked.Increment(ref _inside);
            for (var most = Volatile.Read(ref _most); most < inside;)
            {
                most = Interlocked.CompareExchange(ref _most, inside, most) is var seen && seen == most ? inside : seen;
            }
        }

        private void Leave() => Interlocked.Decrement(ref _inside);
    }
}
