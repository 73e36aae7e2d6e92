using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Runs;

/// <summary>How many calls a driver makes.</summary>
public sealed class RunCallsTests(RedisServer server) : DriverTests(server)
{
    // It looks for nothing by itself, which is a call, too.
    private protected override TimeProvider Time { get; } = new ManualTimeProvider();

    [Fact]
    public async Task Records_and_the_submissions_that_follow_from_them_travel_in_one_call()
    {
        await Journal.FlushAsync(None);
        var before = CallsOf("evalsha");
        Journal.Append([1], lazy: true);
        Journal.Append([2], lazy: true);
        Submit("a");
        await Journal.FlushAsync(None);
        Assert.Equal(1, CallsOf("evalsha") - before);
        Assert.Equal([[9], [1], [2]], await Records());
        Assert.Equal(["a"], (await Claim(5)).Select(task => task.Path));
    }

    [Fact]
    public async Task What_a_reply_leads_to_travels_in_one_call_with_the_outcome_s_end()
    {
        TestTask? next = null;
        TestTask first = null!;
        first = new TestTask("a")
        {
            Ended = () =>
            {
                Journal.Append([5]);
                Journal.Queue.Settle(first);
                Journal.Queue.Submit(next = new TestTask("b"));
                Journal.Append([6]);
            },
        };
        Journal.Queue.Submit(first);
        var claimed = Assert.Single(await Claim());
        var before = CallsOf("evalsha");
        await Finish(claimed, "x");
        await first.End.OrHang();
        await Journal.FlushAsync(None);
        // The step, and what follows from it: the outcome came with the wake-up.
        Assert.Equal(2, CallsOf("evalsha") - before);
        Assert.Equal([[9], [5], [6]], await Records());
        Assert.Empty(Raw.Outcomes(Cell, "r"));
        Assert.Equal(["b"], (await Claim(5)).Select(task => task.Path));
        Assert.False(next!.End.IsCompleted);
    }

    [Fact]
    public async Task The_end_of_a_run_is_one_call_that_takes_all_of_it_but_its_log()
    {
        Submit("a", Large('x'));
        await Journal.FlushAsync(None);
        await Journal.Channel.SetAsync("key", 1);
        var before = CallsOf("evalsha");
        var end = Journal.Append([7], lazy: true);
        Journal.Complete();
        await Journal.CommitAsync(end, None);
        await Journal.DisposeAsync();
        Assert.Equal(1, CallsOf("evalsha") - before);
        Assert.Equal([[9], [7]], await Records());
        Assert.Equal(["all", "cell", "ch:r", "cv:r", "ended", "log:r", "run:r"], Keys());
        Assert.Equal((true, null), (Assert.Single(await Runs.HeadsAsync(None)).HasEnded, Assert.Single(await Runs.HeadsAsync(None)).DrivenBy));
        Assert.Equal(1, await Tasks.SweepAsync(TimeSpan.Zero, 0, 10, None));
        Assert.Equal(["cell"], Keys());
    }

    [Fact]
    public async Task A_run_of_one_task_is_two_calls_of_its_driver_and_two_of_its_worker()
    {
        await using WorkflowEngine engine = new(options => options.UseRedis(Fleet));
        await using SmallWorker worker = new(Redis, Cell, "default");
        await worker.StepUntilAsync(engine.RunAsync(DriverFlows.One, 1)).OrHang();
        var (before, idle) = (CallsOf("evalsha"), worker.Idle);
        Assert.Equal(42, await worker.StepUntilAsync(engine.RunAsync(DriverFlows.One, 21)).OrHang());
        Assert.Equal(4, CallsOf("evalsha") - before - (worker.Idle - idle));
    }
}
