using Graflow.Tests.Support;
using Graflow.Tree;
using Xunit;

namespace Graflow.Tests.ConsoleViews;

public sealed class RunTreeTests
{
    private static readonly TaskNode<int, int> Add = Flow.Task("Add", (int x) => x + 1);
    private static readonly TaskNode<int, int[]> Range = Flow.Task("Range", (int n) => Enumerable.Range(0, n).ToArray());

    [Fact]
    public async Task A_task_is_a_row_and_an_instances_name_the_row_above_it()
    {
        var tree = await TreeOf(Add >> Add.As("eu"), 1);
        Assert.Equal(["Add", "eu"], tree.Roots.Select(row => row.Name));
        Assert.Equal("Add", Assert.Single(tree.Roots[1].Children).Name);
        Assert.False(tree.Roots[1].IsTask);
        Assert.Equal(TaskState.Succeeded, tree.RowOf("eu/Add").State);
    }

    [Fact]
    public async Task Ten_thousand_elements_are_one_row_with_counts()
    {
        var picky = Flow.Task("Picky", (int x) => x % 100 == 0 ? throw new InvalidOperationException("no") : x);
        var tree = await TreeOf(Range >> picky.ForEach().WithPolicy(GroupPolicy.BestEffort), 10_000);
        var row = tree.RowOf("Picky[17]");
        Assert.Equal((2, 9_900, 100, 0), (tree.Rows.Count, row.Succeeded, row.Failed, row.Running));
        Assert.Equal((true, 10_000, 0), (row.IsRepeated, row.Elements, row.OpenMaps));
    }

    [Fact]
    public async Task The_tasks_of_a_map_are_known_from_the_start()
    {
        var started = (await Recorded.EventsOf(Range >> Add.ForEach() >> Flow.Task("Sum", (IReadOnlyList<int> xs) => xs.Sum()), 2))[0];
        Assert.Equal(["Range", "Add", "Sum"], ((RunStarted)started).Tasks);
    }

    [Fact]
    public async Task A_map_inside_a_map_adds_up()
    {
        var inner = Flow.Task("Inner", (int x) => x);
        var tree = await TreeOf(Range >> (Range.As("in") >> inner.ForEach()).ForEach(), 5);
        var (first, second) = (tree.RowOf("in/Range"), tree.RowOf("Inner"));
        Assert.Equal((5, 5, 10, 10), (first.Elements, first.Settled, second.Elements, second.Settled));
        Assert.Equal((0, 0), (first.OpenMaps, second.OpenMaps));
    }

    [Fact]
    public async Task A_loop_is_one_row_that_counts_iterations()
    {
        TaskNode<int, int> loop = null!;
        loop = Flow.Task("Loop", (int x) => x == 3 ? (Next<int>)x : Next.To(loop, x + 1));
        var row = Assert.Single((await TreeOf(loop, 0)).Rows);
        Assert.Equal((3, 1, 0, 0), (row.Iteration, row.Succeeded, row.Running, row.Continued));
    }

    [Fact]
    public async Task What_a_task_continues_with_stands_below_it_and_what_was_left_for_good_is_not_running()
    {
        TaskNode<int, int> odd = null!;
        var even = Flow.Task("Even", (int x) => x >= 4 ? (Next<int>)x : Next.To(odd, x + 1));
        odd = Flow.Task("Odd", (int x) => Next.To(even, x + 1));
        var start = Flow.Task("Start", (int x) => Next.To(even, x));
        var tree = await TreeOf(start, 0);
        Assert.Equal(["Even", "Odd"], Assert.Single(tree.Roots).Children.Select(row => row.Name));
        Assert.All(tree.Rows, row => Assert.Equal(0, row.Running));
        Assert.Equal(TaskState.Succeeded, tree.RowOf("Start").State);
        Assert.Equal(TaskState.Continued, tree.RowOf("Start/Odd").State);
    }

    [Fact]
    public async Task Elapsed_time_counts_retries_and_the_pauses_between_them()
    {
        var clock = new ManualTimeProvider();
        var tries = 0;
        var flaky = Flow.Task("Flaky", (int x) =>
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            return ++tries < 3 ? throw new IOException("not yet") : x;
        }).With(o => o.Retry = new RetryOptions { MaxAttempts = 3 });
        var row = (await TreeOf(flaky, 0, clock)).RowOf("Flaky");
        Assert.Equal((3, TaskState.Succeeded, TimeSpan.FromSeconds(6)), (row.Attempt, row.State, row.Elapsed(clock.GetUtcNow())));
    }

    [Fact]
    public async Task What_still_ran_when_the_run_was_cancelled_is_cancelled()
    {
        var never = Flow.Task("Never", (int _, TaskContext context) =>
        {
            context.CancelRun("enough");
            return 0;
        });
        var tree = await TreeOf(never, 1);
        Assert.Equal((RunStatus.Cancelled, "Never: enough"), (tree.Status, tree.Reason));
        Assert.Equal(TaskState.Cancelled, tree.RowOf("Never").State);
    }

    [Theory]
    [InlineData("eu/Orders.Route[3]#2/Orders.Image!0/A", "eu/Orders.Route/Orders.Image/A")]
    [InlineData("A[1][22]#7", "A")]
    [InlineData("a/b/c/d/e/f/g/h", "a/b/c/d/e/f")]
    public void A_row_has_no_numbers_and_no_more_than_six_parts(string path, string row)
    {
        var text = new char[path.Length];
        Assert.Equal(row, new string(text, 0, TaskPath.WriteRow(path, text)));
    }

    private static async Task<RunTree> TreeOf<TIn, TOut>(IExecutable<TIn, TOut> flow, TIn input, ManualTimeProvider? clock = null)
    {
        var events = await Recorded.EventsOf(flow, input, clock);
        var tree = new RunTree((RunStarted)events[0]);
        events.ForEach(tree.Apply);
        Assert.True(tree.HasEnded);
        return tree;
    }
}
