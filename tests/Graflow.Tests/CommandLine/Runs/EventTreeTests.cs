using Graflow.History;
using Graflow.Tests.ConsoleViews;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.CommandLine.Runs;

public sealed class EventTreeTests
{
    private static readonly TaskNode<int, int> Add = Flow.Task("Add", static (int x) => x + 1);
    private static readonly TaskNode<int, int> Twice = Flow.Task("Twice", static (int x) => 2 * x);
    private static readonly TaskNode<int, int[]> Range = Flow.Task("Range", static (int n) => Enumerable.Range(0, n).ToArray());
    private static readonly TaskNode<int, int> Bad = Flow.Task("Bad", static int (int _) => throw new IOException("gone"));

    [Fact]
    public async Task Iterations_side_tasks_and_elements_stand_below_what_opened_them()
    {
        var clock = new ManualTimeProvider();
        var slow = Flow.Task("Slow", (int x) =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(1500));
            return x;
        });
        var route = Flow.Task("Route", (int x) => Next.To(Add.As("eu") >> slow, x).As<int>());
        var side = Flow.Task("Side", static (int x, TaskContext context) =>
        {
            context.NextTask(Add, x);
            return x;
        });
        var flow = side >> Range >> (Twice >> (Range.As("inner") >> route.As("us").ForEach())).ForEach();
        Assert.Equal(
            """
            ├─ ✓ Side  0 ms
            │  └─ ✓ !0
            │     └─ ✓ Add  0 ms
            ├─ ✓ Range  0 ms
            └─ ✓ Twice >> inner/Range >> us/Route.ForEach().ForEach  3.0 s, 2 of 2 succeeded
               ├─ ✓ [0]
               │  ├─ ✓ Twice  0 ms
               │  └─ ✓ inner/Range  0 ms
               └─ ✓ [1]
                  ├─ ✓ Twice  0 ms
                  ├─ ✓ inner/Range  0 ms
                  └─ ✓ us/Route.ForEach  3.0 s, 2 of 2 succeeded
                     ├─ ✓ [0]
                     │  └─ ✓ us/Route  1.5 s, 2 iterations
                     │     └─ ✓ #1  1.5 s, eu/Add >> Slow
                     │        ├─ ✓ eu/Add  0 ms
                     │        └─ ✓ Slow  1.5 s
                     └─ ✓ [1]
                        └─ ✓ us/Route  1.5 s, 2 iterations
                           └─ ✓ #1  1.5 s, eu/Add >> Slow
                              ├─ ✓ eu/Add  0 ms
                              └─ ✓ Slow  1.5 s

            """,
            await TextOf(flow, 2, clock));
    }

    [Fact]
    public async Task A_loop_lists_its_iterations()
    {
        var loop = Flow.Task("Loop", static (int x, TaskContext<int> context) =>
        {
            if (x < 3)
            {
                context.NextIteration(x + 1);
            }

            return x;
        });
        Assert.Equal(
            """
            └─ ✓ Loop  0 ms, 3 iterations
               ├─ ✓ #1  0 ms, Loop
               └─ ✓ #2  0 ms, Loop

            """,
            await TextOf(loop, 1));
    }

    [Fact]
    public async Task A_failure_has_its_attempts_and_what_it_kept_from_running()
    {
        var tries = Bad.With(static o => o.Retry = new RetryOptions { MaxAttempts = 2, Delay = TimeSpan.Zero });
        Assert.Equal(
            """
            ├─ ✓ Add  0 ms
            ├─ ✗ Bad  failed after 0 ms, 2 attempts, IOException: gone
            │  └─ ✗ attempt 1  failed after 0 ms, IOException: gone
            └─ ↷ Twice  skipped, Bad failed

            """,
            await TextOf(Add >> tries >> Twice, 1));
    }

    [Fact]
    public async Task A_group_that_lost_a_branch_says_so()
    {
        var flow = (Add | Bad).WithPolicy(GroupPolicy.BestEffort);
        Assert.Equal(
            """
            ├─ ✓ Add  0 ms
            ├─ ✗ Bad  failed after 0 ms, IOException: gone
            └─ ✓ (Add | Bad)  1 of 2 succeeded

            """,
            await TextOf(flow, 1));
    }

    [Fact]
    public async Task Changes_of_the_channel_are_counted_by_key()
    {
        var count = Flow.Task("Count", static async (int x, TaskContext context) =>
        {
            await context.Channel.IncrementAsync("seen");
            await context.Channel.IncrementAsync("seen");
            await context.Channel.SetAsync("name", "n");
            await context.Channel.DeleteAsync("seen");
            return x;
        });
        Assert.Equal(
            """
            ├─ ✓ Count  0 ms
            └─ channel
               ├─ seen  changed 3 times, at last deleted
               └─ name  set

            """,
            await TextOf(count, 1));
    }

    [Fact]
    public async Task Of_many_elements_the_first_the_last_and_what_failed_are_shown()
    {
        var picky = Flow.Task("Picky", static (int x) => x == 40 ? throw new IOException("forty") : x);
        var events = await Recorded.EventsOf(Range >> picky.ForEach().WithPolicy(GroupPolicy.BestEffort), 100);
        var lines = Lines(TreeText.Of(EventTree.Of(events), null, isFull: false));
        Assert.Equal(
            ["   │  └─ ✓ Picky  0 ms", "   ├─ ✓ … 30 more", "   ├─ ✗ [40]", "   │  └─ ✗ Picky  failed after 0 ms, IOException: forty", "   ├─ ✓ … 49 more", "   ├─ ✓ [90]"],
            lines[21..27]);
        Assert.Equal(46, lines.Count);
        Assert.Equal(202, Lines(TreeText.Of(EventTree.Of(events), null, isFull: true)).Count);
    }

    [Fact]
    public async Task What_runs_what_waits_for_its_next_attempt_and_what_has_not_begun_are_told_apart()
    {
        var clock = new ManualTimeProvider();
        var tries = Bad.With(static o => o.Retry = new RetryOptions { MaxAttempts = 2, Delay = TimeSpan.FromSeconds(90) });
        await using var engine = new WorkflowEngine(o => o.TimeProvider = clock);
        var run = await engine.StartAsync(Add >> tries >> Twice, 1);
        var events = new List<RunEvent>();
        await foreach (var happened in run.Events)
        {
            events.Add(happened);
            if (happened is TaskFailed)
            {
                break;
            }
        }

        var now = clock.GetUtcNow();
        Assert.Equal(
            """
            ├─ ✓ Add  0 ms
            ├─ ↻ Bad  next attempt in 1 min 30 s
            │  └─ ✗ attempt 1  failed after 0 ms, IOException: gone
            └─ · Twice

            """,
            TreeText.Of(EventTree.Of(events), now, isFull: false));
        var before = events[..4];
        Assert.Contains("├─ ▶ Bad  for 1.0 s", TreeText.Of(EventTree.Of(before), now.AddSeconds(1), isFull: false), StringComparison.Ordinal);
        Assert.Contains("├─ ▶ Bad  was under way", TreeText.Of(EventTree.Of(before), null, isFull: false), StringComparison.Ordinal);
        await run.DisposeAsync();
    }

    [Theory]
    [InlineData("Add", "", "Add", "", 0)]
    [InlineData("eu/west/Add", "", "eu/west/Add", "", 0)]
    [InlineData("eu/Add[3]#2", "", "eu/Add", "3", 2)]
    [InlineData("eu/Add[3][14]", "", "eu/Add", "3,14", 0)]
    [InlineData("Route[1]#2/eu/Add[3]#4", "Route[1]#2", "eu/Add", "3", 4)]
    [InlineData("us/Side#7!0/Route#1/Add", "us/Side#7!0/Route#1", "Add", "", 0)]
    [InlineData("…/Add", "", "…/Add", "", 0)]
    public void A_path_is_taken_apart(string path, string scope, string name, string elements, int iteration)
    {
        var parts = TreePath.Of(path);
        Assert.Equal((scope, name, elements, iteration), (parts.Scope, parts.Name, string.Join(',', parts.Elements), parts.Iteration));
    }

    [Fact]
    public async Task A_task_at_the_end_of_an_iteration_hands_its_place_on()
    {
        var hop = Flow.Task("Hop", static (int x) => Next.To(Add, x).As<int>());
        Assert.Equal(
            """
            └─ ✓ Route  0 ms, 3 iterations
               ├─ ✓ #1  0 ms, Hop
               │  └─ ✓ Hop  0 ms, → Add
               └─ ✓ #2  0 ms, Add
                  └─ ✓ Add  0 ms

            """,
            await TextOf(Flow.Task("Route", (int x) => Next.To(hop, x)), 1));
    }

    private static async Task<string> TextOf<TIn, TOut>(IExecutable<TIn, TOut> flow, TIn input, ManualTimeProvider? clock = null) =>
        TreeText.Of(EventTree.Of(await Recorded.EventsOf(flow, input, clock)), null, isFull: false);

    private static List<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
