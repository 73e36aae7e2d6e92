using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Tasks;

public sealed class SubmitTests(RedisServer server) : TaskTests(server)
{
    [Fact]
    public async Task A_submitted_task_stands_in_the_queue_of_its_id_with_all_that_a_worker_needs()
    {
        var task = new TaskSubmission("eu/A[3]#2", "cpu", "A", new TaskInput(Bytes("input"))) { Priority = 2, Attempt = 4, TraceParent = "00-trace", Extra = [1, 2] };
        Assert.Equal([true], await Submit(task));
        Assert.Equal((-2d * (1L << 44)) + 1, Score("q:cpu/A", "eu/A[3]#2"));
        Assert.Equal(["A"], Raw.SetMembers(Cell.Key("ready:cpu")).Select(id => (string)id!));

        var claimed = Assert.Single(await Claim());
        Assert.Equal(($"{Key}/eu/A[3]#2", Run, "eu/A[3]#2", "A"), (claimed.Name, claimed.RunId, claimed.Path, claimed.TaskId));
        Assert.Equal(("cpu", 4, 1, "input", "00-trace"), (claimed.Queue, claimed.Attempt, claimed.Delivery, Text(claimed.Input), claimed.TraceParent));
        Assert.Equal([1, 2], claimed.Extra);
    }

    [Fact]
    public async Task A_task_that_waits_or_runs_is_not_submitted_twice()
    {
        Assert.Equal([true], await Submit(Ready("a", input: "first")));
        Assert.Equal([false, true], await Submit(Ready("a", input: "second"), Ready("b")));
        Assert.Equal("first", Text(Assert.Single(await Claim()).Input));
        Assert.Equal([false], await Submit(Ready("a")));
        Assert.Equal("b", Assert.Single(await Claim()).Path);
        Assert.Empty(await Claim());
    }

    [Fact]
    public async Task A_thousand_tasks_are_one_round_trip()
    {
        var before = CallsOf("evalsha");
        Assert.Equal(1000, (await Submit([.. Enumerable.Range(0, 1000).Select(i => Ready($"t{i}"))])).Count(isNew => isNew));
        Assert.Equal(1, CallsOf("evalsha") - before);
    }

    [Fact]
    public async Task A_large_input_is_stored_once_for_all_tasks_that_share_it()
    {
        var input = new TaskInput(Bytes(Large('x')), "producer");
        await Submit(new TaskSubmission("a", "cpu", "A", input), new TaskSubmission("b", "cpu", "A", input));
        Assert.Equal(["producer"], Raw.HashKeys(Cell.Key("p:" + Key)).Select(name => (string)name!));
        Assert.False(Raw.HashExists(Cell.Key($"t:{Key}/a"), "in"));
        Assert.Equal([Large('x'), Large('x')], (await Claim(2)).Select(task => Text(task.Input)));
    }

    [Fact]
    public async Task A_large_output_comes_whole_and_is_not_among_the_run_s_stored_inputs()
    {
        await Submit(Ready("a"));
        var claimed = Assert.Single(await Claim());
        await Step(0, [claimed.Finish(FinishKind.Succeeded, Bytes(Large('y')))]);
        Assert.Equal(Large('y'), Text(Assert.Single(await Outcomes()).Value));
        Assert.DoesNotContain("p:" + Key, Keys());
    }

    [Fact]
    public async Task An_input_that_was_stored_before_goes_by_its_name()
    {
        await Submit(new TaskSubmission("a", "cpu", "A", new TaskInput(Bytes(Large('y')), "shared")));
        await Submit(new TaskSubmission("b", "cpu", "B", TaskInput.Stored("shared")));
        Assert.Equal([Large('y'), Large('y')], (await Claim(2)).Select(task => Text(task.Input)));
    }

    [Fact]
    public async Task Who_is_no_longer_the_driver_submits_nothing()
    {
        var error = await Assert.ThrowsAsync<RunFencedException>(() => Tasks.SubmitAsync(Run, 0, [Ready("a", input: Large('x'))], None));
        Assert.Equal(Run, error.RunId);
        await Assert.ThrowsAsync<RunFencedException>(() => Tasks.SubmitAsync("no", 1, [Ready("a")], None));
        Assert.Empty(await Claim());
        Assert.DoesNotContain("p:" + Key, Keys());
    }

    [Fact]
    public async Task A_payload_that_is_too_large_is_refused_before_anything_is_sent_and_named()
    {
        var before = CallsOf("evalsha");
        var error = await Assert.ThrowsAsync<PayloadTooLargeException>(() => Submit(Ready("a"), Ready("eu/B", input: new string('x', PayloadSize.Largest + 1))));
        Assert.Equal((PayloadSize.Largest + 1, PayloadSize.Largest), (error.Size, error.Limit));
        Assert.StartsWith("The payload of task eu/B has 262,145 bytes; Redis carries at most 262,144 in one.", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, CallsOf("evalsha") - before);
        await Submit(Ready("c", input: new string('x', PayloadSize.Largest)));
    }

    [Fact]
    public async Task A_delayed_task_is_claimed_when_its_time_has_come_and_not_before()
    {
        await Submit(new TaskSubmission("late", "cpu", "A", new TaskInput([])) { Delay = TimeSpan.FromSeconds(2) }, new TaskSubmission("later", "cpu", "A", new TaskInput([])) { Delay = TimeSpan.FromSeconds(3) });
        Assert.Empty(await Claim());
        Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromMicroseconds(1));
        Assert.Equal((0, TimeSpan.FromMicroseconds(1)), await Tasks.PromoteAsync(100, None));
        Advance(TimeSpan.FromMicroseconds(1));
        Assert.Equal((1, TimeSpan.FromSeconds(1)), await Tasks.PromoteAsync(100, None));
        Assert.Equal("late", Assert.Single(await Claim(5)).Path);
        Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((1, null), await Tasks.PromoteAsync(100, None));
        Assert.Equal("later", Assert.Single(await Claim(5)).Path);
    }

    [Fact]
    public async Task Workers_are_woken_once_for_each_queue()
    {
        List<string?> heard = [];
        TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listener = await Redis.ListenAsync(Cell.WakeChannel, message =>
        {
            heard.Add(message);
            if (message == "end")
            {
                end.SetResult();
            }
        }, None);
        await Submit(Ready("a"), Ready("b"), Ready("c", queue: "gpu"));
        await Submit(Ready("a"));
        await Submit(Ready("z", queue: "end"));
        await end.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
        Assert.Equal(["cpu", "end", "gpu"], heard.Order(StringComparer.Ordinal));
    }
}
