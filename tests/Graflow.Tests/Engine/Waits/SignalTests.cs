using Graflow.TestProgram;
using Graflow.Tests.Workers.Running;
using Xunit;

namespace Graflow.Tests.Engine.Waits;

public sealed class SignalTests
{
    private static readonly WorkflowEngine Engine = new();

    public static TheoryData<string> All => Executions.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_run_waits_for_a_signal_and_goes_on_with_its_value(string execution)
    {
        var flow = Flow.Task("ask", static (int x) => x) >> Flow.WaitFor<string>("answer") >> Flow.Task("say", static (string text) => $"said {text}");
        await using var run = await Engine.StartAsync(flow, 1, Executions.On(execution));
        await run.ParksAsync();
        Assert.Equal(RunStatus.Waiting, run.Status);

        await Engine.SignalAsync(run.Id, "answer", "yes");

        Assert.Equal("said yes", await run.Completion.OrHang());
        Assert.Equal(
            ["RunStarted", "ask Started", "ask Succeeded", "answer waits for answer", "signal answer", "answer Succeeded", "say Started", "say Succeeded", "RunSucceeded"],
            await Parked.EventsOf(run));
    }

    [Fact]
    public async Task A_signal_that_comes_before_its_wait_is_kept_for_it()
    {
        var gate = new TaskCompletionSource();
        var flow = Flow.Task("slow", async (int x) => { await gate.Task; return x; }) >> Flow.WaitFor<int>("answer");
        await using var run = await Engine.StartAsync(flow, 1);

        await Engine.SignalAsync(run.Id, "answer", 42);
        Assert.Equal(RunStatus.Running, run.Status);
        gate.SetResult();

        Assert.Equal(42, await run.Completion.OrHang());
        Assert.Equal(
            ["RunStarted", "signal answer", "slow Succeeded", "answer waits for answer", "answer Succeeded", "RunSucceeded"],
            (await Parked.EventsOf(run)).Where(static text => text != "slow Started"));
    }

    [Fact]
    public async Task Waits_of_one_name_take_one_signal_each_in_order()
    {
        var flow = Flow.WaitFor<int>("answer") >> Flow.Task("first", static (int x) => x) >> Keep(Flow.WaitFor<int>("answer"));
        await using var run = await Engine.StartAsync(flow);
        await run.ParksAsync();

        await Engine.SignalAsync(run.Id, "answer", 1);
        await Engine.SignalAsync(run.Id, "answer", 2);

        Assert.Equal((1, 2), await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_second_answer_is_refused()
    {
        var flow = Flow.WaitFor<int>("answer") >> Flow.WaitFor<string>("end");
        await using var run = await Engine.StartAsync(flow);
        await run.ParksAsync();
        await Engine.SignalAsync(run.Id, "answer", 1);

        var error = await Assert.ThrowsAsync<SignalRefusedException>(() => Engine.SignalAsync(run.Id, "answer", 2));

        Assert.Equal(SignalRefusal.NoWait, error.Refusal);
        Assert.Equal($"Run {run.Id} does not take the signal \"answer\": its wait was answered already, and no later one can come.", error.Message);
        await Engine.SignalAsync(run.Id, "end", "done");
        Assert.Equal("done", await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_second_answer_is_refused_before_the_wait_too()
    {
        var gate = new TaskCompletionSource();
        var flow = Flow.Task("slow", async (int x) => { await gate.Task; return x; }) >> Flow.WaitFor<int>("answer");
        await using var run = await Engine.StartAsync(flow, 1);
        await Engine.SignalAsync(run.Id, "answer", 1);

        var error = await Assert.ThrowsAsync<SignalRefusedException>(() => Engine.SignalAsync(run.Id, "answer", 2));

        Assert.Equal(SignalRefusal.NoWait, error.Refusal);
        gate.SetResult();
        Assert.Equal(1, await run.Completion.OrHang());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_value_of_another_type_is_refused_naming_both(bool isOpen)
    {
        var gate = new TaskCompletionSource();
        var flow = Flow.Task("slow", async (int x) => { await gate.Task; return x; }) >> Flow.WaitFor<string>("answer");
        await using var run = await Engine.StartAsync(flow, 1);
        if (isOpen)
        {
            gate.SetResult();
            await run.ParksAsync();
        }

        var error = await Assert.ThrowsAsync<SignalRefusedException>(() => Engine.SignalAsync(run.Id, "answer", 2));

        Assert.Equal(SignalRefusal.WrongType, error.Refusal);
        Assert.Equal($"GRF207: Run {run.Id} does not take the signal \"answer\": it brings int, and string is waited for; send it by SignalAsync<string>(…), or wait for it by Flow.WaitFor<int>(…).", error.Message);
        await Engine.SignalAsync(run.Id, "answer", "yes");
        gate.TrySetResult();
        Assert.Equal("yes", await run.Completion.OrHang());
    }

    [Theory]
    [InlineData("anser", null, "it has no wait of that name; did you mean \"answer\"?")]
    [InlineData("quite another", null, "it has no wait of that name; it has \"answer\".")]
    [InlineData("answer", "b", "it has no wait of that name and key; a wait's key is its path, unless WaitFor was given one.")]
    public async Task A_signal_that_no_wait_is_for_is_refused_with_advice(string name, string? key, string problem)
    {
        await using var run = await Engine.StartAsync(Flow.WaitFor<int>("answer", key: "a"));

        var error = await Assert.ThrowsAsync<SignalRefusedException>(() => Engine.SignalAsync(run.Id, name, 1, key));

        Assert.Equal((run.Id, name, key, SignalRefusal.NoWait), (error.RunId, error.Name, error.Key, error.Refusal));
        Assert.EndsWith(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_ended_and_one_that_never_was_take_no_signal()
    {
        await using var run = await Engine.StartAsync(Flow.WaitFor<int>("answer"));
        await Engine.SignalAsync(run.Id, "answer", 1);
        await run.Completion.OrHang();

        foreach (var id in new[] { run.Id, "nobody" })
        {
            var error = await Assert.ThrowsAsync<SignalRefusedException>(() => Engine.SignalAsync(id, "answer", 2));
            Assert.Equal(SignalRefusal.NoRun, error.Refusal);
            Assert.Equal($"Run {id} does not take the signal \"answer\": this engine has no such run under way. It has ended, or has another id; Run.Id says it.", error.Message);
        }
    }

    [Fact]
    public async Task A_key_chooses_among_waits_of_one_name()
    {
        var flow = Flow.WaitFor<int>("answer", key: "a") | Flow.WaitFor<int>("answer", key: "b") | Flow.WaitFor<int>("answer").As("c");
        await using var run = await Engine.StartAsync(flow);
        await run.ParksAsync();

        await Engine.SignalAsync(run.Id, "answer", 3, key: "c/answer");
        await Engine.SignalAsync(run.Id, "answer", 2, key: "b");
        await Engine.SignalAsync(run.Id, "answer", 1);

        Assert.Equal((1, 2, 3), await run.Completion.OrHang());
    }

    [Fact]
    public async Task Each_element_of_a_ForEach_waits_under_its_own_path()
    {
        var flow = Flow.Task("list", static (int n) => Enumerable.Range(0, n).ToList() as IReadOnlyList<int>) >> (Keep<int>() | Flow.WaitFor<string>("answer")).ForEach();
        await using var run = await Engine.StartAsync(flow, 3);
        await run.ParksAsync();

        foreach (var i in new[] { 2, 0, 1 })
        {
            await Engine.SignalAsync(run.Id, "answer", $"for {i}", key: $"answer[{i}]");
        }

        Assert.Equal([(0, "for 0"), (1, "for 1"), (2, "for 2")], await run.Completion.OrHang());
    }

    [Fact]
    public async Task One_wait_that_stands_in_two_places_is_one_wait()
    {
        var answer = Flow.WaitFor<int>("answer");
        var flow = Keep<int>() >> (answer >> Flow.Task("a", static (int x) => x + 1) | answer >> Flow.Task("b", static (int x) => x + 2));
        await using var run = await Engine.StartAsync(flow, 0);
        await run.ParksAsync();

        await Engine.SignalAsync(run.Id, "answer", 10);

        Assert.Equal((11, 12), await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_body_waits_by_what_it_continues_with()
    {
        var decide = Flow.Task("decide", static (string answer) => $"decided {answer}");
        var ask = Flow.Task("ask", (int x) => Next.To(Flow.WaitFor<string>("answer") >> decide));
        await using var run = await Engine.StartAsync(ask, 1);
        await run.ParksAsync();
        Assert.Equal(RunStatus.Waiting, run.Status);

        await Engine.SignalAsync(run.Id, "answer", "no", key: "ask#1/answer");

        Assert.Equal("decided no", await run.Completion.OrHang());
        Assert.Contains("ask#1/answer waits for answer", await Parked.EventsOf(run));
    }

    [Fact]
    public async Task A_body_in_a_child_process_waits_in_the_runs_own()
    {
        await using var engine = Children.Engine();
        await using var run = await engine.StartAsync(Approvals.Asked, 1, Children.One);
        await run.ParksAsync();
        Assert.Equal(RunStatus.Waiting, run.Status);

        await engine.SignalAsync(run.Id, "approval", new Approvals.Answer(true, "Ada"));

        Assert.Equal("report: Ada said yes", await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_wait_whose_type_no_call_names_cannot_leave_a_child()
    {
        await using var engine = Children.Engine();
        var error = await Assert.ThrowsAsync<NotSerializableException>(() => engine.RunAsync(Approvals.Tasks.AskFor, "answer", Children.One).OrHang());
        Assert.Equal("GRF204", error.Id);
    }

    [Fact]
    public async Task A_loop_takes_one_signal_in_each_iteration_also_those_that_came_early()
    {
        TaskNode<int, int>? sum = null;
        sum = Flow.Task("sum", (int x) => x >= 10 ? Next.Done(x) : Next.To(Flow.WaitFor<int>("more") >> Flow.Task("add", (int more) => Next.To(sum!, x + more))));
        await using var run = await Engine.StartAsync(sum, 0);
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await Engine.SignalAsync(run.Id, "more", 2);
        }

        Assert.Equal(10, await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_side_task_may_wait_too()
    {
        var side = Flow.Task("side", static (int x, TaskContext context) => { context.NextTask(Flow.WaitFor<int>("answer"), default); return x; });
        await using var run = await Engine.StartAsync(side, 7);
        await run.ParksAsync();
        Assert.Equal(RunStatus.Waiting, run.Status);

        await Engine.SignalAsync(run.Id, "answer", 1);

        Assert.Equal(7, await run.Completion.OrHang());
    }

    [Fact]
    public async Task Ten_thousand_parked_waits_hold_no_slot_of_two()
    {
        const int count = 10_000;
        var elements = Flow.Task("list", static (int n) => Enumerable.Range(0, n).ToList() as IReadOnlyList<int>) >> (Keep<int>() | Flow.WaitFor<int>("answer")).ForEach();
        var flow = elements | Flow.WaitFor<int>("last") >> Flow.Task("body", static (int x) => x + 1);
        await using var run = await Engine.StartAsync(flow, count, new() { Execution = Execution.Threads(2) });
        await run.ParksAsync();
        Assert.Equal(RunStatus.Waiting, run.Status);

        await Engine.SignalAsync(run.Id, "last", 1);
        for (var i = count - 1; i >= 0; i--)
        {
            await Engine.SignalAsync(run.Id, "answer", i, key: $"answer[{i}]");
        }

        var (answers, last) = await run.Completion.OrHang();
        Assert.Equal(2, last);
        Assert.Equal(Enumerable.Range(0, count).Select(static i => (i, i)), answers);
    }

    [Fact]
    public async Task What_comes_after_a_wait_does_not_run_on_the_senders_thread()
    {
        using var release = new ManualResetEventSlim();
        var flow = Flow.WaitFor<int>("answer") >> Flow.Task("deaf", (int x) => { release.Wait(); return x; });
        await using var run = await Engine.StartAsync(flow);
        await run.ParksAsync();

        await Engine.SignalAsync(run.Id, "answer", 5);
        release.Set();

        Assert.Equal(5, await run.Completion.OrHang());
    }

    [Fact]
    public async Task A_run_without_a_handle_is_signalled_by_the_id_that_it_was_given()
    {
        var run = Engine.RunAsync(Flow.WaitFor<int>("answer") >> Keep<int>(), new RunOptions { RunId = "given" });

        await Engine.SignalAsync("given", "answer", 3);

        Assert.Equal(3, await run.OrHang());
        await Assert.ThrowsAsync<SignalRefusedException>(() => Engine.SignalAsync("given", "answer", 3));
    }

    [Fact]
    public async Task A_token_that_has_fired_sends_nothing()
    {
        await using var run = await Engine.StartAsync(Flow.WaitFor<int>("answer"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Engine.SignalAsync(run.Id, "answer", 1, ct: new CancellationToken(true)));
        await Engine.SignalAsync(run.Id, "answer", 2);
        Assert.Equal(2, await run.Completion.OrHang());
    }

    private static TaskNode<T, T> Keep<T>() => Flow.Task("keep", static (T x) => x);

    private static Flow<int, (int, int)> Keep(IExecutable<Unit, int> wait) => Keep<int>() | wait >> Flow.Task("second", static (int x) => x);
}
