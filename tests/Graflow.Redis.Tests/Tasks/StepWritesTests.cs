using Graflow.Channels;
using Graflow.Redis.Channels;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Tasks;

public sealed class StepWritesTests(RedisServer server) : TaskTests(server)
{
    private RedisChannel Channel => new(Redis, Cell, Run);

    [Fact]
    public async Task Writes_are_applied_with_the_success_that_recorded_them()
    {
        await Submit(Ready("a"));
        var claimed = Assert.Single(await Claim());
        var finished = claimed.Finish(FinishKind.Succeeded, Bytes("ok")) with { Writes = [new SetWrite<string>("name", "graflow", null), new IncrementWrite("count", 5), new IncrementWrite("count", 2), new AppendWrite<int>("list", 3)] };
        Assert.Equal([true], (await Step(0, [finished])).Committed);
        Assert.Equal("graflow", await Channel.GetAsync("name", ""));
        Assert.Equal(7L, await Channel.GetAsync("count", 0L));
        Assert.Equal([3], await Channel.GetAsync<List<int>>("list", []));
        Assert.Equal([false], (await Step(0, [finished])).Committed);
        Assert.Equal(7L, await Channel.GetAsync("count", 0L));
    }

    [Fact]
    public async Task Writes_of_a_stale_result_are_not_applied()
    {
        await Submit(Ready("a"));
        var claimed = Assert.Single(await Claim());
        Advance(Lease);
        await Tasks.ReapAsync(10, None);
        Assert.Equal([false], (await Step(0, [claimed.Finish(FinishKind.Succeeded, []) with { Writes = [new IncrementWrite("count", 1)] }])).Committed);
        Assert.False(await Channel.ExistsAsync("count"));
    }

    [Fact]
    public async Task A_write_that_does_not_fit_keeps_the_task_claimed_and_writes_nothing_of_it()
    {
        await Channel.SetAsync("name", "text");
        await Submit(Ready("a"), Ready("b"));
        var claimed = await Claim(2);
        var step = await Step(0,
        [
            claimed[0].Finish(FinishKind.Succeeded, []) with { Writes = [new IncrementWrite("count", 1), new IncrementWrite("name", 1)] },
            claimed[1].Finish(FinishKind.Succeeded, []) with { Writes = [new IncrementWrite("count", 10)] },
        ]);
        Assert.Equal([false, true], step.Committed);
        Assert.Equal((1, "type", "System.String"), step.Verdicts[0].Misfit);
        Assert.Null(step.Verdicts[1].Misfit);
        Assert.Equal(10L, await Channel.GetAsync("count", 0L));
        Assert.NotNull(Score("lease", "a"));
        Assert.Equal(0, Stale);
        Assert.Equal([true], (await Step(0, [claimed[0].Finish(FinishKind.Failed, Bytes("misfit"))])).Committed);
    }

    [Fact]
    public async Task Each_run_has_its_own_channel_in_one_step()
    {
        await Runs.StartAsync(new Graflow.Redis.Runs.RunStart("other") { Driver = new Graflow.Redis.Runs.Driver("d2", "driver two", Lease), Records = [Bytes("started")] }, None);
        await Submit(Ready("a"));
        await Runs.SubmitAsync("other", 1, Ready("a"));
        var claimed = await Claim(2);
        await Step(0, [.. claimed.Select(task => task.Finish(FinishKind.Succeeded, []) with { Writes = [new SetWrite<string>("run", task.RunId, null)] })]);
        Assert.Equal(Run, await Channel.GetAsync("run", ""));
        Assert.Equal("other", await new RedisChannel(Redis, Cell, "other").GetAsync("run", ""));
    }
}
