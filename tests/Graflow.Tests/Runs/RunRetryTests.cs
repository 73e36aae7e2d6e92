using System.Collections.Concurrent;
using Graflow.CompilerServices;
using Graflow.Tests.Logs;
using Xunit;

namespace Graflow.Tests.Runs;

public sealed class RunRetryTests
{
    private static readonly ConcurrentQueue<string> Ran = new();
    private static readonly TaskNode<int, int> First = Step("retry.first", static (x, _) => ValueTask.FromResult(x + 1));
    private static readonly TaskNode<int, int> Left = Step("retry.left", static async (x, context) =>
    {
        await context.Channel.IncrementAsync("left");
        return 10 * x;
    });

    private static readonly TaskNode<int, int> Right = Step("retry.right", static async (x, context) =>
    {
        var seen = await context.Channel.GetAsync("right", 0);
        await context.Channel.SetAsync("right", seen + 1);
        return _isBroken ? throw new IOException("the disk is full") : x + seen;
    });

    private static readonly TaskNode<IReadOnlyList<int>, int> Each = Flow.Task("retry.each", static (IReadOnlyList<int> all) => all.Sum());
    private static readonly Flow<int, int> Whole = First >> (Left | Right) >> Flow.Task("retry.add", static ((int Left, int Right) x) => new List<int> { x.Left, x.Right }) >> Step("retry.one", static (x, _) => ValueTask.FromResult(x)).ForEach() >> Each;
    private static readonly WorkflowRegistration<int, int> Registration = new("retry.whole", static () => Whole);
    private static bool _isBroken;

    [Fact]
    public async Task Only_the_task_and_what_follows_runs_again()
    {
        await using var broken = await BrokenRun.CreateAsync();
        var id = await broken.Runs.RetryAsync("broken", "retry.right", new RunRetryOptions { RunId = "again" });
        Assert.Equal("again", id);
        var run = await broken.Engine.ResumeAsync(Whole, id);
        Assert.Equal(20 + 2, await run.Completion);
        Assert.Equal(["retry.right", "retry.one", "retry.one"], Ran);
        var again = await broken.Runs.FindAsync("again");
        Assert.Equal((RunStatus.Succeeded, "broken", "retry.whole"), (again!.Status, again.Origin, again.Workflow));
        Assert.Equal(RunStatus.Failed, (await broken.Runs.FindAsync("broken"))!.Status);
    }

    [Fact]
    public async Task The_channel_is_as_it_was_when_the_task_first_began()
    {
        await using var broken = await BrokenRun.CreateAsync();
        var run = await broken.Engine.ResumeAsync(Whole, await broken.Runs.RetryAsync("broken", "retry.right"));
        Assert.Equal(22, await run.Completion);
    }

    [Fact]
    public async Task A_new_input_takes_the_place_of_the_tasks_own()
    {
        await using var broken = await BrokenRun.CreateAsync();
        var run = await broken.Engine.ResumeAsync(Whole, await broken.Runs.RetryAsync("broken", "retry.right", new RunRetryOptions { Input = 1000 }));
        Assert.Equal(1020, await run.Completion);
    }

    [Fact]
    public async Task What_succeeded_can_be_tried_again_too_from_its_beginning()
    {
        await using var broken = await BrokenRun.CreateAsync();
        var run = await broken.Engine.ResumeAsync(Whole, await broken.Runs.RetryAsync("broken", "retry.first", new RunRetryOptions { Input = 2 }));
        Assert.Equal(33, await run.Completion);
        Assert.Equal(["retry.first", "retry.left", "retry.right", "retry.one", "retry.one"], Ran);
        Ran.Clear();
        run = await broken.Engine.ResumeAsync(Whole, await broken.Runs.RetryAsync(run.Id, "retry.each"));
        Assert.Equal(33, await run.Completion);
        Assert.Empty(Ran);
    }

    [Fact]
    public async Task An_element_runs_again_alone_with_what_follows()
    {
        await using var broken = await BrokenRun.CreateAsync();
        var run = await broken.Engine.ResumeAsync(Whole, await broken.Runs.RetryAsync("broken", "retry.right"));
        Assert.Equal(22, await run.Completion);
        Ran.Clear();
        var again = await broken.Engine.ResumeAsync(Whole, await broken.Runs.RetryAsync(run.Id, "retry.one[1]"));
        Assert.Equal(22, await again.Completion);
        Assert.Equal(["retry.one"], Ran);
    }

    [Theory]
    [InlineData("retry.rihgt", "The flow has no task retry.rihgt. Did you mean retry.right?")]
    [InlineData("right", "The flow has no task right. Did you mean retry.right?")]
    [InlineData("something else", "The flow has no task something else. There are: retry.first, retry.left, retry.right, retry.add, retry.each.")]
    [InlineData("retry.one", "retry.one runs once for each element of a ForEach. Name one, such as retry.one[0], or a task of the flow itself, such as retry.add before it. There are: retry.first, retry.left, retry.right, retry.add, retry.each.")]
    [InlineData("retry.one[2]", "Run broken has begun no retry.one[2]; runs show broken tells which elements it has.")]
    public async Task A_task_that_is_not_there_is_answered_with_the_nearest(string from, string message)
    {
        await using var broken = await BrokenRun.CreateAsync();
        Assert.Equal(message, (await Assert.ThrowsAsync<ArgumentException>(() => broken.Runs.RetryAsync("broken", from))).Message);
    }

    [Fact]
    public async Task An_input_of_another_type_is_refused()
    {
        await using var broken = await BrokenRun.CreateAsync();
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => broken.Runs.RetryAsync("broken", "retry.right", new RunRetryOptions { Input = "text" }));
        Assert.StartsWith("retry.right takes int, not string.", refused.Message, StringComparison.Ordinal);
        Assert.Single(await broken.Runs.ListAsync());
    }

    [Fact]
    public async Task An_id_that_is_taken_is_refused()
    {
        await using var broken = await BrokenRun.CreateAsync();
        Assert.Equal("broken", (await Assert.ThrowsAsync<RunConflictException>(() => broken.Runs.RetryAsync("broken", "retry.right", new RunRetryOptions { RunId = "broken" }))).RunId);
    }

    [Fact]
    public async Task A_run_that_has_not_ended_is_neither_retried_nor_deleted_but_can_be_cancelled()
    {
        await using var broken = await BrokenRun.CreateAsync();
        var id = await broken.Runs.RetryAsync("broken", "retry.right");
        Assert.Equal(RunStatus.Suspended, (await broken.Runs.FindAsync(id))!.Status);
        Assert.Contains("has not ended, so that it cannot be retried", (await Assert.ThrowsAsync<RunStateException>(() => broken.Runs.RetryAsync(id, "retry.right"))).Message, StringComparison.Ordinal);
        Assert.Contains("has not ended, so that it cannot be deleted", (await Assert.ThrowsAsync<RunStateException>(() => broken.Runs.DeleteAsync(id))).Message, StringComparison.Ordinal);
        Assert.True(await broken.Runs.CancelAsync(id, "not needed"));
        Assert.Equal((RunStatus.Cancelled, "not needed"), ((await broken.Runs.FindAsync(id))!.Status, (await broken.Runs.FindAsync(id))!.Error));
        Assert.Equal("not needed", ((RunCancelled)(await broken.Runs.EventsAsync(id))[^1]).Reason);
        var run = await broken.Engine.ResumeAsync(Whole, id);
        Assert.Equal("not needed", (await Assert.ThrowsAsync<RunCancelledException>(() => run.Completion)).Reason);
        Assert.Contains("has ended (Cancelled)", (await Assert.ThrowsAsync<RunStateException>(() => broken.Runs.CancelAsync(id))).Message, StringComparison.Ordinal);
        await run.DisposeAsync();
        await broken.Runs.DeleteAsync(id);
        Assert.Null(await broken.Runs.FindAsync(id));
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_named()
    {
        await using var broken = await BrokenRun.CreateAsync();
        await Assert.ThrowsAsync<RunNotFoundException>(() => broken.Runs.RetryAsync("brokem", "retry.right"));
        await Assert.ThrowsAsync<RunNotFoundException>(() => broken.Runs.EventsAsync("brokem"));
        await Assert.ThrowsAsync<RunNotFoundException>(() => broken.Runs.CancelAsync("brokem"));
        Assert.Contains("Did you mean broken?", (await Assert.ThrowsAsync<RunNotFoundException>(() => broken.Runs.ExplainAsync("brokem"))).Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean broken?", (await Assert.ThrowsAsync<RunNotFoundException>(() => broken.Runs.DeleteAsync("brokem"))).Message, StringComparison.Ordinal);
    }

    private static TaskNode<int, int> Step(string id, Func<int, TaskContext, ValueTask<int>> body) => Flow.Task(id, (int x, TaskContext context) =>
    {
        Ran.Enqueue(id);
        return body(x, context);
    });

    /// <summary>A run that failed, in a log of its own.</summary>
    private sealed class BrokenRun : IAsyncDisposable
    {
        private readonly LogFolder _log = new();

        private BrokenRun() => Engine = new WorkflowEngine(o =>
        {
            o.UseFileLog(_log.Path);
            o.Execution = Execution.Direct;
        });

        internal WorkflowEngine Engine { get; }

        internal WorkflowRuns Runs => Engine.Runs;

        internal static async Task<BrokenRun> CreateAsync()
        {
            GraflowRegistry.Add(Registration);
            (_isBroken, var broken) = (true, new BrokenRun());
            await Assert.ThrowsAsync<ParallelGroupException>(() => broken.Engine.RunAsync(Whole, 1, new RunOptions { RunId = "broken" }));
            _isBroken = false;
            Ran.Clear();
            return broken;
        }

        public async ValueTask DisposeAsync()
        {
            await Engine.DisposeAsync();
            _log.Dispose();
        }
    }
}
