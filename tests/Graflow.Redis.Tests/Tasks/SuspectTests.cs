using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Tasks;

public sealed class SuspectTests(RedisServer server) : TaskTests(server)
{
    [Fact]
    public async Task A_task_over_which_two_workers_have_died_is_claimed_alone()
    {
        await Submit(Ready("killer"), Ready("innocent"));
        await Die();
        await Die();
        await Submit(Ready("new"));

        var busy = await Claim(3, isAlone: false);
        Assert.Empty(busy.Claimed);
        Assert.True(busy.IsSuspectWaiting);
        Assert.Equal(0, Raw.SortedSetLength(Cell.Key("lease")));

        var first = await Claim(3, isAlone: true);
        Assert.Equal([("killer", 3)], first.Claimed.Select(task => (task.Path, task.Delivery)));
        var second = await Claim(3, isAlone: true);
        Assert.Equal([("innocent", 3)], second.Claimed.Select(task => (task.Path, task.Delivery)));
        var third = await Claim(3, isAlone: false);
        Assert.Equal([("new", 1)], third.Claimed.Select(task => (task.Path, task.Delivery)));
        Assert.False(third.IsSuspectWaiting);
    }

    [Fact]
    public async Task Only_the_killer_becomes_a_dead_letter()
    {
        await Submit(Ready("killer"), Ready("innocent"));
        await Die();
        await Die();
        Assert.Equal("killer", Assert.Single((await Claim(3, isAlone: true)).Claimed).Path);
        Advance(Lease);
        var reaped = await Tasks.ReapAsync(100, None);
        Assert.Equal([$"{Key}/killer"], reaped.Dead);
        var innocent = Assert.Single((await Claim(3, isAlone: true)).Claimed);
        Assert.Equal([true], (await Step(0, [innocent.Finish(FinishKind.Succeeded, Bytes("ok"))])).Committed);
        Assert.Equal([("killer", "crashed"), ("innocent", "done")], (await Outcomes()).Select(outcome => (outcome.Path, outcome.Kind == Graflow.Redis.Runs.TaskOutcomeKind.Crashed ? "crashed" : "done")));
    }

    [Fact]
    public async Task A_suspect_that_waits_keeps_its_place()
    {
        await Submit(Ready("killer") with { Priority = 1 });
        await Die();
        await Die();
        await Submit(Ready("other") with { Priority = 1 }, Ready("urgent", id: "B") with { Priority = 2 });
        var step = await Claim(3, isAlone: false);
        Assert.Equal(["urgent"], step.Claimed.Select(task => task.Path));
        Assert.True(step.IsSuspectWaiting);
        Assert.Equal("killer", Assert.Single((await Claim(3, isAlone: true)).Claimed).Path);
    }

    private async Task Die()
    {
        Assert.NotEmpty((await Claim(10, isAlone: true)).Claimed);
        Advance(Lease);
        Assert.NotEmpty((await Tasks.ReapAsync(100, None)).Requeued);
    }

    private async Task<StepReply> Claim(int wanted, bool isAlone) =>
        await Tasks.StepAsync(new StepRequest("w1", Lease, Known, new QueuePicker(("cpu", 1))) { Wanted = wanted, IsAlone = isAlone }, None);
}
