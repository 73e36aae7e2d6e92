using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Tests.Workers.Running;

/// <summary>What bodies do to their run comes to the same in a child process as in the run's own.</summary>
public sealed class CrossingTests
{
    private static readonly RunOptions[] Everywhere =
        [new() { Execution = Execution.Direct }, new() { Execution = Execution.Threads(4) }, Children.One, Children.Two];

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(15)]
    public async Task One_flow_yields_the_same_everywhere(int input)
    {
        await using var engine = Children.Engine();
        var results = new List<string>();
        foreach (var options in Everywhere)
        {
            await using var run = await engine.StartAsync(Crossing.Everything, input, options);
            var output = await run.Completion.OrHang();
            var channel = await ChannelOf(engine, Crossing.Everything, input, options);
            results.Add($"{output}|{channel}");
        }

        Assert.All(results, result => Assert.Equal(results[0], result));
        Assert.StartsWith("noted ", results[0], StringComparison.Ordinal);
        Assert.Contains("recorded", results[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_continuation_crosses_as_a_value_a_chain_a_named_task_and_a_workflow()
    {
        await using var engine = Children.Engine();
        foreach (var options in Everywhere)
        {
            Assert.Equal("nothing", await engine.RunAsync(Crossing.Tasks.Route, 0, options).OrHang());
            Assert.Equal("word 2", await engine.RunAsync(Crossing.Tasks.Route, 1, options).OrHang());
            Assert.Equal("word 2", await engine.RunAsync(Crossing.Tasks.Route, 2, options).OrHang());
            Assert.Equal("3, word 6", await engine.RunAsync(Crossing.Tasks.Route, 6, options).OrHang());
        }
    }

    [Fact]
    public async Task A_group_that_has_no_name_cannot_leave_a_child()
    {
        await using var engine = Children.Engine();
        Assert.Equal("word 3", await engine.RunAsync(Crossing.Tasks.Route, 3).OrHang());
        var error = await Assert.ThrowsAsync<NotSerializableException>(() => engine.RunAsync(Crossing.Tasks.Route, 3, Children.One).OrHang());
        Assert.Equal("GRF204", error.Id);
        Assert.Contains("(Crossing.Twice | Crossing.Word).Select(…), cannot leave this process", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Iterations_and_their_mistakes_are_the_same()
    {
        await using var engine = Children.Engine();
        foreach (var options in Everywhere)
        {
            Assert.Equal(40, await engine.RunAsync(Crossing.Tasks.Iterate, 5, options).OrHang());
            var error = await Assert.ThrowsAsync<TaskFailedException>(() => engine.RunAsync(Crossing.Tasks.IterateTwice, 5, options).OrHang());
            Assert.Equal("Crossing.IterateTwice failed: Crossing.IterateTwice asked for two next iterations; one attempt can ask for one.", error.Message);
        }
    }

    [Fact]
    public async Task A_loop_of_many_iterations_in_a_child_is_one_vertex()
    {
        await using var engine = Children.Engine();
        await using var run = await engine.StartAsync(Bodies.Tasks.CountDown, 200, Children.One);
        Assert.Equal(42, await run.Completion.OrHang());
        var paths = new List<string>();
        await foreach (var happened in run.Events)
        {
            if (happened is TaskStarted started)
            {
                paths.Add(started.TaskId);
            }
        }

        Assert.Equal(201, paths.Count);
        Assert.Equal(("Bodies.CountDown", "Bodies.CountDown#200"), (paths[0], paths[^1]));
    }

    [Fact]
    public async Task Side_tasks_of_a_child_belong_to_the_run()
    {
        await using var engine = Children.Engine();
        foreach (var options in Everywhere)
        {
            var notes = (await ChannelOf(engine, Crossing.Tasks.Spawn, 5, options)).Split('\n');
            Assert.Equal(["Crossing.Spawn!0/side0/Crossing.Note 5", "Crossing.Spawn!1/side1/Crossing.Note 6", "Crossing.Spawn!2/side2/Crossing.Note 7", "Crossing.Spawn!3/chain/Crossing.Note 10"], notes.Where(static note => note.StartsWith("Crossing", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_recorded_write_is_applied_once_with_the_attempt_that_succeeds()
    {
        await using var engine = Children.Engine();
        foreach (var options in Everywhere)
        {
            var read = Crossing.Tasks.Recorded >> Flow.Task("read", async (int value, TaskContext context) =>
                (value, await context.Channel.GetAsync<int>("recorded"), await context.Channel.GetAsync<int>("attempt"), (await context.Channel.GetAsync<List<string>>("notes")).Single()));
            Assert.Equal((5, 5, 2, "recorded 5"), await engine.RunAsync(read, 5, options).OrHang());
        }
    }

    [Theory]
    [InlineData("itself", 3)]
    [InlineData("derived", 3)]
    [InlineData("other", 1)]
    [InlineData("cancel", 1)]
    [InlineData("payload", 1)]
    [InlineData("definition", 1)]
    public async Task A_failure_is_retried_as_often_as_it_would_be_here(string how, int attempts)
    {
        await using var engine = Children.Engine();
        foreach (var options in Everywhere)
        {
            var counted = Crossing.Tasks.Fail.Try() >> Flow.Task("counted", async (Outcome<int> outcome, TaskContext context) => (outcome.Failure!, await context.Channel.GetAsync<int>("attempts")));
            var (failure, count) = await engine.RunAsync(counted, how, options).OrHang();
            Assert.Equal((attempts, attempts), (failure.Attempts, count));
        }
    }

    [Fact]
    public async Task A_failure_says_what_was_thrown_in_the_child_and_where()
    {
        await using var engine = Children.Engine();
        var error = await Assert.ThrowsAsync<TaskFailedException>(() => engine.RunAsync(Crossing.Tasks.Fail, "derived", Children.One).OrHang());
        Assert.Equal("Crossing.Fail failed after 3 attempts: no file", error.Message);
        Assert.Equal(("System.IO.FileNotFoundException", "no file"), (error.Failure.ErrorType, error.Failure.Message));
        Assert.Contains("at Graflow.TestProgram.Crossing.Fail(String how, TaskContext context)", error.Failure.StackText, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException: inside", error.Failure.StackText, StringComparison.Ordinal);
        var remote = Assert.IsType<RemoteTaskException>(error.InnerException);
        Assert.True(remote.Is<IOException>());
        Assert.Equal("inside", Assert.IsType<RemoteTaskException>(remote.InnerException).Message);
        Assert.Equal("int cannot be read at byte 0. 4 bytes are needed, 1 are left.", (await Assert.ThrowsAsync<PayloadException>(() => engine.RunAsync(Crossing.Tasks.Fail, "payload", Children.One).OrHang())).Message);
        await Assert.ThrowsAsync<FlowDefinitionException>(() => engine.RunAsync(Crossing.Tasks.Fail, "definition", Children.One).OrHang());
    }

    [Fact]
    public async Task Outcomes_of_a_tolerant_group_cross_into_a_child()
    {
        await using var engine = Children.Engine();
        var read = (Crossing.Tasks.Half | Crossing.Tasks.Word).WithPolicy(GroupPolicy.BestEffort) >> Crossing.Tasks.Read;
        foreach (var options in Everywhere)
        {
            Assert.Equal("Failed Crossing.Half System.ArgumentException 7 is odd 1 True, word 7", await engine.RunAsync(Crossing.Judged, 7, options).OrHang());
            Assert.Equal("4, word 8", await engine.RunAsync(Crossing.Judged, 8, options).OrHang());
            Assert.Equal($"Crossing.Half failed: 7 is odd / {options == Children.One || options == Children.Two}", await engine.RunAsync(read, 7, options).OrHang());
        }
    }

    [Fact]
    public async Task A_child_makes_every_call_of_a_channel()
    {
        await using var engine = Children.Engine();
        foreach (var options in Everywhere)
        {
            Assert.Equal(
                "42 False True False 2 a+b key,list The channel's key 'key' holds System.Int64, not System.String. Read it as System.Int64, or use another key; a ChannelKey<T> makes one type of all uses.",
                (await engine.RunAsync(Crossing.Tasks.UseChannel, "key", options).OrHang()).Replace("Int32", "Int64", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_the_run_placed_is_read_in_a_child()
    {
        await using var engine = Children.Engine();
        foreach (var options in Everywhere)
        {
            var placed = options with { Channel = Place };
            Assert.Equal(7, await engine.RunAsync(Crossing.Tasks.ReadPlaced, "number", placed).OrHang());
        }

        static void Place(ChannelWriter channel)
        {
            channel.Set("placed", "abc");
            channel.Set("number", 4);
        }
    }

    [Fact]
    public async Task What_an_attempt_left_behind_in_a_child_is_refused_in_the_same_words()
    {
        await using var engine = Children.Engine();
        foreach (var options in new[] { Everywhere[0], Children.One })
        {
            Assert.Equal(
                "This attempt is over (Crossing.LeaveBehind, attempt 1); it can no longer act on the run. Await all work that a task starts, and observe the CancellationToken.",
                await engine.RunAsync(Crossing.Tasks.LeaveBehind >> Crossing.Tasks.ActLate, 5, options).OrHang());
        }
    }

    /// <summary>What a flow leaves in its channel: the notes, in order of their text, and the counter.</summary>
    private static async Task<string> ChannelOf<TIn, TOut>(WorkflowEngine engine, IExecutable<TIn, TOut> flow, TIn input, RunOptions options)
    {
        var left = "";
        var read = Flow.Task("read", async (TaskContext context) =>
        {
            var notes = await context.Channel.GetAsync("notes", new List<string>());
            left = $"{string.Join('\n', notes.Order(StringComparer.Ordinal))}\n{await context.Channel.GetAsync("recorded", 0L)}";
        });
        await engine.RunAsync((flow.Within(TimeSpan.FromMinutes(5)) | Flow.Task("wait", static () => Unit.Value)).Select(static _ => Unit.Value) >> read, input, options).OrHang();
        return left;
    }
}
