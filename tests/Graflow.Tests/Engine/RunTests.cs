using Xunit;

namespace Graflow.Tests.Engine;

public sealed class RunTests
{
    private static readonly WorkflowEngine Engine = new();

    private readonly Journal _journal = new();

    public static TheoryData<string> All => Executions.All;

    [Fact]
    public async Task A_channel_that_cannot_be_filled_stops_the_run_before_it_starts()
    {
        var journal = new Journal();
        var options = new RunOptions { Channel = static channel => { channel.Set("list", 1); channel.Append("list", "x"); } };

        await Assert.ThrowsAsync<ChannelTypeException>(async () => await new WorkflowEngine().RunAsync(journal.Step("a"), 1, options));

        Assert.Empty(journal.Entries);
    }

    [Fact]
    public async Task Options_of_a_run_without_input_need_no_type_name()
    {
        var flow = Flow.Task("source", static () => 7);

        Assert.Equal(7, await new WorkflowEngine().RunAsync(flow, new() { Execution = Execution.Direct }));
        await using var run = await new WorkflowEngine().StartAsync(flow, new() { RunId = "mine" });
        Assert.Equal(("mine", 7), (run.Id, await run.Completion));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Results_are_read_by_node_and_strangers_are_refused(string execution)
    {
        var (a, broken, after) = (_journal.Step("a"), _journal.Failing("broken"), _journal.Step("after"));
        var element = _journal.Step("element");
        var list = Flow.Task("list", (int x) => new[] { x, x + 1 });
        var flow = a >> ((broken >> after).Try() | list >> element.ForEach());
        await using var run = await Engine.StartAsync(flow, 1, Executions.On(execution) with { RunId = "r1" });
        await run.Completion.OrHang();
        Assert.Equal(("r1", RunStatus.Succeeded), (run.Id, run.Status));
        Assert.Equal(2, run.OutcomeOf(a).Value);
        Assert.Equal((OutcomeKind.Failed, OutcomeKind.Skipped), (run.OutcomeOf(broken).Kind, run.OutcomeOf(after).Kind));
        Assert.Equal("broken", run.OutcomeOf(after).Failure!.TaskId);
        Assert.Equal([3, 4], run.OutcomesOf(element).Select(static x => x.Value));
        Assert.Throws<ArgumentException>(() => run.OutcomeOf(_journal.Step("stranger")));
        Assert.Throws<ArgumentException>(() => run.OutcomesOf(a));
    }

    [Fact]
    public async Task Events_replay_from_the_first_for_every_reader_also_after_the_end()
    {
        await using var run = await Engine.StartAsync(_journal.Step("a") >> _journal.Step("b"), 0, Executions.On("Direct"));
        await run.Completion.OrHang();
        for (var reader = 0; reader < 2; reader++)
        {
            var events = new List<RunEvent>();
            await foreach (var e in run.Events)
            {
                events.Add(e);
            }

            Assert.Equal(["RunStarted", "TaskStarted", "TaskSucceeded", "TaskStarted", "TaskSucceeded", "RunSucceeded"], events.Select(static e => e.GetType().Name));
            Assert.Equal([1, 2, 3, 4, 5, 6], events.Select(static e => (int)e.Sequence));
        }
    }

    [Fact]
    public async Task A_run_that_keeps_nothing_says_so_and_so_does_a_disposed_one()
    {
        var a = _journal.Step("a");
        await using var run = await Engine.StartAsync(a, 0, new() { Keep = false });
        Assert.Equal(1, await run.Completion.OrHang());
        Assert.Throws<InvalidOperationException>(() => run.OutcomeOf(a));
        var kept = await Engine.StartAsync(a, 0);
        await kept.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => kept.OutcomeOf(a));
    }

    [Fact]
    public async Task The_channel_begins_with_the_values_that_the_options_give()
    {
        var read = Flow.Task("read", async (TaskContext context) => await context.Channel.GetAsync("limit", 0));
        Assert.Equal(5, await Engine.RunAsync(read, new RunOptions { Channel = static channel => channel.Set("limit", 5) }).OrHang());
        Assert.Equal(0, await Engine.RunAsync(read).OrHang());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Four_increments_give_four_four_appends_give_four_and_deletes_stay(string execution)
    {
        var work = Flow.Task("work", async (int x, TaskContext context) =>
        {
            await context.Channel.IncrementAsync("count");
            await context.Channel.AppendAsync("list", context.TaskId);
            await context.Channel.DeleteAsync("gone");
            return x;
        });
        var read = Flow.Task("read", async (IReadOnlyList<int> _, TaskContext context) =>
            (await context.Channel.GetAsync("count", 0L), await context.Channel.GetAsync("list", new List<string>()), await context.Channel.ExistsAsync("gone")));
        var flow = Flow.Parallel(Enumerable.Range(0, 4).Select(i => work.As($"w{i}"))) >> read;
        var options = Executions.On(execution) with { Channel = static channel => channel.Set("gone", 1) };
        var (count, list, exists) = await Engine.RunAsync(flow, 0, options).OrHang();
        Assert.Equal((4, false), (count, exists));
        Assert.Equal(["w0/work", "w1/work", "w2/work", "w3/work"], list.Order());
    }
}
