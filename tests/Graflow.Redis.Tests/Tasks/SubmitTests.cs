using System.Threading.Channels;
using Graflow.Redis.Runs;
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
        await Submit(task);
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
        await Submit(Ready("a", input: "first"));
        await Submit(Ready("a", input: "second"), Ready("b"));
        Assert.Equal("first", Text(Assert.Single(await Claim()).Input));
        await Submit(Ready("a"));
        Assert.Equal("b", Assert.Single(await Claim()).Path);
        Assert.Empty(await Claim());
    }

    [Fact]
    public async Task A_thousand_tasks_are_one_round_trip()
    {
        var before = CallsOf("evalsha");
        await Submit([.. Enumerable.Range(0, 1000).Select(i => Ready($"t{i}"))]);
        Assert.Equal(1, CallsOf("evalsha") - before);
        Assert.Equal(Enumerable.Range(0, 256).Select(i => $"t{i}"), (await Claim(256)).Select(task => task.Path));
        Assert.Equal(744, Raw.SortedSetLength(Cell.Key("q:cpu/A")));
    }

    [Fact]
    public async Task A_large_input_is_stored_once_for_all_tasks_that_share_it()
    {
        var input = new TaskInput(Bytes(Large('x')), "producer");
        await Submit(new TaskSubmission("a", "cpu", "A", input), new TaskSubmission("b", "cpu", "A", input));
        Assert.Equal(["producer"], Raw.HashKeys(Cell.Key("p:" + Key)).Select(name => (string)name!));
        Assert.InRange(((byte[])Raw.HashGet(Cell.Key("t:" + Key), "a")!).Length, 1, 100);
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
        Assert.Equal(LogReply.Fenced, await Send([LogItem.Submit(Ready("a", input: Large('x')))], epoch: 0));
        Assert.Equal(LogReply.Missing, await Send([LogItem.Submit(Ready("a"))], run: "no"));
        Assert.Empty(await Claim());
        Assert.DoesNotContain("p:" + Key, Keys());
    }

    [Fact]
    public async Task A_payload_that_is_too_large_is_refused_and_named()
    {
        var error = Assert.Throws<PayloadTooLargeException>(() => Ready("eu/B", input: new string('x', PayloadSize.Largest + 1)).Check());
        Assert.Equal((PayloadSize.Largest + 1, PayloadSize.Largest), (error.Size, error.Limit));
        Assert.StartsWith("The payload of task eu/B has 262,145 bytes; Redis carries at most 262,144 in one.", error.Message, StringComparison.Ordinal);
        var largest = Ready("c", input: new string('x', PayloadSize.Largest));
        largest.Check();
        await Submit(largest);
        Assert.Equal(PayloadSize.Largest, Assert.Single(await Claim()).Input.Length);
    }

    [Fact]
    public async Task Another_attempt_takes_the_place_of_one_that_is_there()
    {
        await Submit(Ready("a", input: "first"), Ready("a", input: "second") with { Attempt = 2 });
        var claimed = Assert.Single(await Claim(5));
        Assert.Equal((2, "second"), (claimed.Attempt, Text(claimed.Input)));
        await Submit(Ready("a", input: "third") with { Attempt = 3 });
        Assert.Equal([false], (await Step(0, [claimed.Finish(FinishKind.Succeeded, [])])).Committed);
        Assert.Equal("third", Text(Assert.Single(await Claim(5)).Input));
    }

    [Fact]
    public async Task What_is_taken_back_in_the_call_that_submits_it_is_never_claimed()
    {
        await Send([LogItem.Submit(Ready("a")), LogItem.Submit(Ready("b")), LogItem.Withdraw("a", 1, null), LogItem.Withdraw("b", 2, null)]);
        Assert.Equal([$"{Key}/b"], Raw.SortedSetRangeByRank(Cell.Key("q:cpu/A")).Select(task => (string)task!));
        Assert.Equal(["b"], (await Claim(5)).Select(task => task.Path));
        Assert.DoesNotContain("ready:cpu", Keys());
    }

    [Fact]
    public async Task Workers_are_woken_once_for_each_queue()
    {
        // Messages may come in any order, and at once.
        var heard = Channel.CreateUnbounded<string?>();
        await using var listener = await Redis.ListenAsync(Cell.WakeChannel, message => heard.Writer.TryWrite(message), None);
        await Submit(Ready("a"), Ready("b"), Ready("c", queue: "gpu"));
        await Submit(Ready("a"));
        await Submit(Ready("z", queue: "end"));
        List<string?> messages = [];
        while (messages.Count < 3)
        {
            messages.Add(await heard.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System));
        }

        Assert.Equal(["cpu", "end", "gpu"], messages.Order(StringComparer.Ordinal));
        Assert.False(heard.Reader.TryRead(out _));
    }
}
