using System.Threading.Channels;
using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Tasks;

/// <summary>What is pushed to a worker that waits for tasks, and what becomes of it when nobody hears it.</summary>
public sealed class CreditTests(RedisServer server) : TaskTests(server)
{
    private readonly Channel<ClaimedTask> _pushed = Channel.CreateUnbounded<ClaimedTask>();
    private IAsyncDisposable? _listening;
    private long _steps;

    private bool HasPushed => _pushed.Reader.TryPeek(out _);

    public override async Task DisposeAsync()
    {
        await (_listening?.DisposeAsync() ?? default);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_task_goes_at_once_to_a_worker_that_waits_and_is_its_claim()
    {
        await Listen();
        Assert.Equal(2, (await Wait(2)).Credit);
        await Submit(Ready("a", input: "in") with { Attempt = 3, Priority = 7 });
        var task = await Pushed();
        Assert.Equal(($"{Key}/a", Run, "a", "A", "cpu", 3, 1, "in"), (task.Name, task.RunId, task.Path, task.TaskId, task.Queue, task.Attempt, task.Delivery, Text(task.Input)));
        Assert.Equal(Score("lease", "a"), Now + Lease.TotalMicroseconds);
        Assert.Empty(await Claim(5, worker: "other"));
        Assert.Equal([true], (await Step(0, [task.Finish(FinishKind.Succeeded, Bytes("out"))])).Committed);
        Assert.Equal("out", Text(Assert.Single(await Outcomes()).Value));
    }

    [Fact]
    public async Task Tasks_that_come_together_are_pushed_by_priority_as_far_as_the_credit_goes()
    {
        await Listen();
        await Wait(2);
        await Submit(Ready("low"), Ready("high") with { Priority = 2 }, Ready("middle", id: "B") with { Priority = 1 });
        Assert.Equal(["high", "middle"], new[] { (await Pushed()).Path, (await Pushed()).Path }.Order());
        Assert.Equal("low", Assert.Single(await Claim(5, worker: "other")).Path);
        Assert.False(HasPushed);
    }

    [Fact]
    public async Task Credit_is_for_the_queues_and_the_tasks_that_the_worker_has()
    {
        await Listen();
        await Wait(5);
        await Submit(Ready("elsewhere", queue: "gpu"), Ready("unknown", id: "D"), Ready("large", input: Large('x')), Ready("a"));
        Assert.Equal("a", (await Pushed()).Path);
        Assert.Equal(["large"], (await Claim(5, worker: "other")).Select(task => task.Path));
        Assert.Equal([$"{Key}/elsewhere"], Raw.SortedSetRangeByRank(Cell.Key("q:gpu/A")).Select(task => (string)task!));
        Assert.Equal([$"{Key}/unknown"], Raw.SortedSetRangeByRank(Cell.Key("q:cpu/D")).Select(task => (string)task!));
        Assert.False(HasPushed);
    }

    [Fact]
    public async Task Nothing_is_pushed_to_a_worker_that_is_gone()
    {
        Assert.Equal(1, (await Wait(1)).Credit);
        await Submit(Ready("a"));
        Assert.Equal(("a", 1), (await Claim(1, worker: "other")).Select(task => (task.Path, task.Delivery)).Single());
        Assert.DoesNotContain("idle:cpu", Keys());
    }

    [Fact]
    public async Task Many_at_once_are_claimed_in_batches()
    {
        await Listen();
        await Wait(1);
        await Submit([.. Enumerable.Range(0, 20).Select(i => Ready($"t{i}"))]);
        Assert.Equal(20, (await Claim(50, worker: "other")).Count);
    }

    [Fact]
    public async Task What_was_pushed_and_not_heard_comes_with_the_next_step_in_place_of_what_it_asks_for()
    {
        await Listen();
        await Wait(3);
        await Submit(Ready("heard"));
        await Submit(Ready("lost"));
        await Submit(Ready("done"));
        var pushed = new[] { await Pushed(), await Pushed(), await Pushed() }.ToDictionary(task => task.Path);
        var (heard, done) = (pushed["heard"], pushed["done"]);
        await Submit(Ready("x"), Ready("y"));
        var next = await Tasks.StepAsync(Request(2) with { Revokes = true, Heard = [heard.Nonce], Finished = [done.Finish(FinishKind.Succeeded, [])] }, None);
        Assert.Equal([("lost", 1)], next.Missed.Select(task => (task.Path, task.Delivery)));
        Assert.Equal("x", Assert.Single(next.Claimed).Path);
        Assert.Equal([true, true], (await Step(0, [heard.Finish(FinishKind.Succeeded, []), next.Missed[0].Finish(FinishKind.Succeeded, [])])).Committed);
        await Submit(Ready("z"));
        Assert.False(HasPushed);
    }

    [Fact]
    public async Task A_process_that_has_the_name_of_another_one_takes_nothing_from_it()
    {
        await Listen();
        await Wait(1);
        await Submit(Ready("a"));
        var task = await Pushed();
        var other = await Tasks.StepAsync(Request(4) with { Nonce = new byte[16], Revokes = true }, None);
        Assert.Empty(other.Missed);
        Assert.Equal(4, other.Credit);
        Assert.Equal([true], (await Step(0, [task.Finish(FinishKind.Succeeded, [])])).Committed);
    }

    [Fact]
    public async Task A_push_on_a_lost_answer_is_given_back_unless_its_worker_has_it()
    {
        await Listen();
        var request = Request(3);
        await Tasks.StepAsync(request, None);
        await Submit(Ready("heard"));
        await Submit(Ready("lost"));
        var pushed = new[] { await Pushed(), await Pushed() }.ToDictionary(task => task.Path);
        Assert.Equal([$"{Key}/lost"], await Tasks.RecoverAsync([request.Nonce], [pushed["heard"].Nonce], None));
        Assert.Equal(("lost", 1), (await Claim(5, worker: "other")).Select(task => (task.Path, task.Delivery)).Single());
        Assert.Equal([true], (await Step(0, [pushed["heard"].Finish(FinishKind.Succeeded, [])])).Committed);
    }

    [Fact]
    public async Task A_suspect_is_not_claimed_beside_what_was_pushed()
    {
        await Submit(Ready("killer"));
        for (var i = 0; i < 2; i++)
        {
            await Claim();
            Advance(Lease);
            await Tasks.ReapAsync(10, None);
        }

        var killer = Assert.Single(await Claim());
        await Listen();
        await Wait(2);
        await Submit(Ready("pushed"));
        await Pushed();
        await Step(0, [killer.Finish(FinishKind.HandedBack, [])]);
        var step = await Tasks.StepAsync(Request(2) with { Revokes = true }, None);
        Assert.Equal(["pushed"], step.Missed.Select(task => task.Path));
        Assert.Empty(step.Claimed);
        Assert.True(step.IsSuspectWaiting);
    }

    [Fact]
    public async Task What_its_driver_took_back_is_not_given_out_again()
    {
        await Listen();
        await Wait(1);
        await Submit(Ready("a"));
        await Pushed();
        await Send([LogItem.Withdraw("a", 1, null)]);
        Assert.Empty((await Tasks.StepAsync(Request(1) with { Revokes = true }, None)).Missed);
        Assert.Equal(0, Raw.SortedSetLength(Cell.Key("lease")));
    }

    [Fact]
    public async Task What_is_pushed_to_a_worker_that_dies_goes_to_another_one_when_its_lease_ends()
    {
        await Listen();
        await Wait(1);
        await Submit(Ready("a"));
        await Pushed();
        Advance(Lease);
        await Tasks.ReapAsync(10, None);
        Assert.Equal(("a", 2), (await Claim(1, worker: "other")).Select(task => (task.Path, task.Delivery)).Single());
    }

    [Fact]
    public async Task A_worker_that_stands_still_has_no_credit_for_long()
    {
        await Listen();
        await Wait(2);
        Advance(TimeSpan.FromSeconds(3));
        await Submit(Ready("a"));
        Assert.Equal("a", (await Pushed()).Path);
        Advance(TimeSpan.FromMilliseconds(1));
        await Submit(Ready("b"));
        Assert.Equal("b", Assert.Single(await Claim(1, worker: "other")).Path);
        Assert.False(HasPushed);
    }

    [Fact]
    public async Task Credit_leaves_nothing_behind()
    {
        await Wait(1);
        Assert.All(["credit:w1", "idle:cpu"], key => Assert.InRange(Raw.KeyTimeToLive(Cell.Key(key))!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task There_is_no_credit_beside_a_task_that_may_have_killed_workers()
    {
        await Submit(Ready("killer"));
        for (var i = 0; i < 2; i++)
        {
            await Claim();
            Advance(Lease);
            await Tasks.ReapAsync(10, None);
        }

        Assert.Equal(0, (await Tasks.StepAsync(Request(3) with { Grants = true, IsAlone = false }, None)).Credit);
        var alone = await Tasks.StepAsync(Request(3) with { Grants = true }, None);
        Assert.Equal(("killer", 0), (Assert.Single(alone.Claimed).Path, alone.Credit));
    }

    // As those of one process begin.
    private StepRequest Request(int wanted) => new("w1", Lease, Known, new QueuePicker(("cpu", 1))) { Wanted = wanted, Grants = true, Nonce = [.. "process1"u8, .. BitConverter.GetBytes(_steps++)] };

    private Task<StepReply> Wait(int slots) => Tasks.StepAsync(Request(slots), None);

    private async Task Listen() => _listening = await Redis.ListenToBytesAsync(Cell.PushChannel("w1"), message => _pushed.Writer.TryWrite(PushMessage.Read(message!)), None);

    private async Task<ClaimedTask> Pushed() => await _pushed.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
}
