using System.Collections.Concurrent;
using Graflow.CompilerServices;
using Graflow.Tests.Engine;
using Graflow.Tests.Logs;
using Graflow.Tests.Support;
using Graflow.Tests.Workers;
using Xunit;

namespace Graflow.Tests.Runs;

/// <summary>A retry from one task, of runs in which others failed.</summary>
public sealed class RetryOfFailuresTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly ConcurrentQueue<string> Ran = new();

    private static readonly Flow<int, int> Wide = Step("failures.begin")
        >> (Step("failures.left") | Step("failures.right") | Step("failures.third"))
        >> Flow.Task("failures.add", static ((int, int, int) x) => Run("add", x.Item1 + x.Item2 + x.Item3));

    private static readonly Flow<int, int> Tolerant = (Step("failures.kept") | Step("failures.taken")).WithPolicy(GroupPolicy.BestEffort)
        >> Flow.Task("failures.count", static ((Outcome<int>, Outcome<int>) x) => (x.Item1.IsSuccess ? 1 : 0) + (x.Item2.IsSuccess ? 10 : 0))
        >> Step("failures.instead").OrElse(Step("failures.fallback"))
        >> Step("failures.end");

    private static readonly Flow<int, int> Each = Flow.Task("failures.list", static (int n) => Enumerable.Range(0, n).ToList())
        >> (Step("failures.before") >> Step("failures.element")).ForEach()
        >> (Flow.Task("failures.sum", static (IReadOnlyList<int> all) => Run("sum", all.Sum())) | Flow.Task("failures.size", static (IReadOnlyList<int> all) => Run("size", all.Count)))
        >> Flow.Task("failures.both", static ((int, int) x) => Run("both", x.Item1 + x.Item2));

    private static readonly TestNode<int, int> Beside = new TestNode<int, int>("failures.aside", static x => Body("failures.aside", x)).Registered();

    private static readonly Flow<int, int> Aside = Flow.Task("failures.spawner", static (int x, TaskContext context) =>
    {
        context.NextTask(Beside, x);
        return Run("spawner", x);
    }) >> Step("failures.after");

    private static readonly Flow<int, int> InTime = (Step("failures.quick") | Flow.WaitFor<int>("late").Within(TimeSpan.FromHours(1)))
        >> Flow.Task("failures.sumUp", static ((int, int) x) => Run("sumUp", x.Item1 + x.Item2));

    private static string[] _broken = [];

    private readonly ManualTimeProvider _clock = new();
    private readonly LogFolder _log = new();
    private readonly WorkflowEngine _engine;

    static RetryOfFailuresTests()
    {
        foreach (var (name, flow) in ((string, Flow<int, int>)[])[("wide", Wide), ("tolerant", Tolerant), ("each", Each), ("aside", Aside), ("inTime", InTime)])
        {
            GraflowRegistry.Add(new WorkflowRegistration<int, int>($"failures.{name}", () => flow));
        }
    }

    public RetryOfFailuresTests() => _engine = new WorkflowEngine(o =>
    {
        o.UseFileLog(_log.Path);
        o.TimeProvider = _clock;
        o.Execution = Execution.Direct;
    });

    public Task InitializeAsync() => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _log.Dispose();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Theory]
    [InlineData("failures.third")]
    [InlineData("failures.left")]
    [InlineData("failures.add")]
    public async Task Branches_that_failed_run_again_whichever_task_the_retry_begins_with(string from)
    {
        await BreakAsync(Wide, 1, "failures.left", "failures.right");
        Assert.Equal(3, await AgainAsync(Wide, from));
        Assert.Equal(((string[])["add 3", "failures.left 1", "failures.right 1", "failures.third 1"]).Where(ran => from == "failures.third" || ran != "failures.third 1"), Ran.Order());
        var groups = (await _engine.Runs.EventsAsync("again")).OfType<GroupSettled>().Select(static group => (group.HasFailed, group.Succeeded));
        Assert.Equal([(false, 3)], groups);
    }

    [Fact]
    public async Task An_input_is_that_of_the_task_that_the_retry_begins_with_and_stays_when_that_fails_and_another_one_is_retried()
    {
        await BreakAsync(Wide, 1, "failures.left");
        var middle = await _engine.Runs.RetryAsync("broken", "failures.third", new RunRetryOptions { Input = 40 });
        _broken = ["failures.third"];
        await Assert.ThrowsAnyAsync<GraflowException>(async () => await (await _engine.ResumeAsync(Wide, middle)).Completion);
        (_broken, _) = ([], Ran.Count);
        await using var run = await _engine.ResumeAsync(Wide, await _engine.Runs.RetryAsync(middle, "failures.right", new RunRetryOptions { Input = 500 }));
        Assert.Equal(541, await run.Completion.OrHang());
    }

    [Fact]
    public async Task Failures_that_were_taken_stay_what_they_are()
    {
        await BreakAsync(Tolerant, 1, "failures.taken", "failures.instead", "failures.end");
        Assert.Equal(1, await AgainAsync(Tolerant, "failures.end"));
        Assert.Equal(["failures.end 1"], Ran);
    }

    [Fact]
    public async Task Both_sides_of_an_or_else_run_again_where_both_failed()
    {
        await BreakAsync(Tolerant, 1, "failures.instead", "failures.fallback");
        Assert.Equal(11, await AgainAsync(Tolerant, "failures.end"));
        Assert.Equal(["failures.end 11", "failures.instead 11"], Ran.Order());
    }

    [Fact]
    public async Task Of_a_for_each_the_elements_that_failed_run_again_and_others_stay()
    {
        await BreakAsync(Each, 4, "failures.element 1", "failures.element 3");
        Assert.Equal(10, await AgainAsync(Each, "failures.size"));
        Assert.Equal(["both 10", "failures.before 1", "failures.before 3", "failures.element 1", "failures.element 3", "size 4", "sum 6"], Ran.Order());
    }

    [Fact]
    public async Task An_element_of_a_for_each_takes_no_input()
    {
        await BreakAsync(Each, 4, "failures.element 1");
        var error = await Assert.ThrowsAsync<ArgumentException>(() => _engine.Runs.RetryAsync("broken", "failures.element[1]", new RunRetryOptions { Input = 5 }));
        Assert.Equal("failures.element[1] is in an element of a ForEach, which takes its input from the list before it: retry it without an input, or retry the task that makes the list.", error.Message);
    }

    [Fact]
    public async Task A_side_task_that_failed_runs_again_and_who_asked_for_it_does_not()
    {
        await BreakAsync(Aside, 1, "failures.aside");
        Assert.Equal(1, await AgainAsync(Aside, "failures.after"));
        Assert.Equal(["failures.after 1", "failures.aside 1"], Ran.Order());
    }

    [Fact]
    public async Task A_time_limit_that_expired_begins_anew()
    {
        await using (var run = await _engine.StartAsync(InTime, 1, new RunOptions { RunId = "broken" }))
        {
            await foreach (var happened in run.Events)
            {
                if (happened is WaitStarted)
                {
                    break;
                }
            }

            _clock.Advance(TimeSpan.FromHours(2));
            await Assert.ThrowsAnyAsync<GraflowException>(() => run.Completion.OrHang());
        }

        Ran.Clear();
        await using var again = await _engine.ResumeAsync(InTime, await _engine.Runs.RetryAsync("broken", "failures.quick"));
        _clock.Advance(TimeSpan.FromMinutes(59));
        await _engine.SignalAsync(again.Id, "late", 5);
        Assert.Equal(6, await again.Completion.OrHang());
        Assert.Equal(["failures.quick 1", "sumUp 6"], Ran);
    }

    private async Task BreakAsync(Flow<int, int> flow, int input, params string[] broken)
    {
        _broken = broken;
        if (await _engine.Runs.FindAsync("broken") is not null)
        {
            await _engine.Runs.DeleteAsync("broken");
        }

        await Assert.ThrowsAnyAsync<GraflowException>(() => _engine.RunAsync(flow, input, new RunOptions { RunId = "broken" }));
        _broken = [];
        Ran.Clear();
    }

    private async Task<int> AgainAsync(Flow<int, int> flow, string from, RunRetryOptions? options = null)
    {
        await using var run = await _engine.ResumeAsync(flow, await _engine.Runs.RetryAsync("broken", from, (options ?? new RunRetryOptions()) with { RunId = "again" }));
        return await run.Completion.OrHang();
    }

    private static TaskNode<int, int> Step(string id) =>
        Flow.Task(id, (int x) => Body(id, x));

    private static int Body(string id, int x) => _broken.Contains(id) || _broken.Contains($"{id} {x}") ? throw new IOException($"{x} is broken") : Run(id, x);

    private static int Run(string id, int value)
    {
        Ran.Enqueue($"{id} {value}");
        return value;
    }
}
