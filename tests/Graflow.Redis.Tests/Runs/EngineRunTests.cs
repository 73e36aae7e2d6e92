using Graflow.Redis.Channels;
using Graflow.Redis.Keys;
using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;
using Graflow.Redis.Tests.Support;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Redis.Tests.Runs;

/// <summary>Whole runs: an engine that drives them, and workers.</summary>
[Collection(SharedServer.Name)]
public sealed class EngineRunTests(RedisServer server) : TestFleet(server)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private WorkflowEngine Engine { get; set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Engine = new WorkflowEngine(options => options.UseRedis(Fleet));
    }

    public override async Task DisposeAsync()
    {
        await Engine.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_flow_runs_on_workers_to_its_end_and_nothing_is_left_but_what_retention_keeps()
    {
        await using var worker = await new SmallWorker(Redis, Cell, "default").RunAsync();
        await using var run = await Engine.StartAsync(DriverFlows.Chain, 20, new RunOptions { RunId = "r" });
        Assert.Equal(41, await run.Completion.OrHang());
        Assert.Equal(3, worker.Ran);
        Assert.Equal(41, await new RedisChannel(Redis, Cell, "r").GetAsync<long>("counted"));
        Assert.Equal(1, await new CellTasks(Redis, Cell).SweepAsync(TimeSpan.Zero, 0, 10, None));
        Assert.Equal(["cell"], Keys().Where(static key => !key.StartsWith("wk:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_run_that_somebody_has_begun_and_not_written_to_yet_is_locked_for_all_others()
    {
        await new CellRuns(Redis, Cell).StartAsync(new RunStart("r") { Driver = new Driver("d", "driver one", TimeSpan.FromSeconds(9)) }, None);
        var resumed = await Assert.ThrowsAsync<RunLockedException>(() => Engine.ResumeAsync(DriverFlows.One, "r"));
        Assert.Contains("driver one", resumed.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RunLockedException>(() => Engine.StartAsync(DriverFlows.One, 1, new RunOptions { RunId = "r" }));
    }

    [Fact]
    public async Task Hundreds_of_tasks_are_joined_once()
    {
        await using var first = await new SmallWorker(Redis, Cell, "default").RunAsync();
        await using var second = await new SmallWorker(Redis, Cell, "default").RunAsync();
        Assert.Equal(Enumerable.Range(0, 400).Sum(static number => (long)number * number), await Engine.RunAsync(DriverFlows.FanIn, 400).OrHang());
        Assert.Equal(402, first.Ran + second.Ran);
    }

    [Fact]
    public async Task A_run_goes_on_in_another_engine_without_running_again_what_ended()
    {
        await using SmallWorker worker = new(Redis, Cell, "default");
        await using (WorkflowEngine engine = new(options => options.UseRedis(Fleet)))
        {
            await using var begun = await engine.StartAsync(DriverFlows.Chain, 20, new RunOptions { RunId = "r" });
            await worker.StepUntilAsync(2);
        }

        await using var run = await Engine.ResumeAsync(DriverFlows.Chain, "r").OrHang();
        await worker.StepUntilAsync(3);
        await worker.StepAsync(0);
        Assert.Equal(41, await run.Completion.OrHang());
        Assert.Equal(3, worker.Ran);
    }

    [Fact]
    public async Task A_run_in_redis_says_what_a_process_must_have_to_drive_it()
    {
        await using SmallWorker worker = new(Redis, Cell, "default");
        await using var run = await Engine.StartAsync(DriverFlows.One, 1, new RunOptions { RunId = "r" });
        await worker.StepUntilAsync(1);
        var flow = (string)Raw.HashGet(Cell.Key("run:r"), "flow")!;
        Assert.Equal(Graflow.Fleets.FleetFlow.IdOf("DriverFlows.One", flow.Split('@')[1]), flow);
        Assert.Contains(flow, Graflow.Runs.FleetKnowledge.Ids(Engine));
        await Engine.DisposeAsync();
        await using RedisRunStore store = new(Fleet);
        Assert.Null(await store.TryTakeAsync(KnownIds.Of("DriverFlows.One@other"), None));
        Assert.Equal("r", await store.TryTakeAsync(KnownIds.Of(flow), None));
    }

    [Fact]
    public async Task A_redis_that_loses_everything_ends_the_run_with_an_error_that_says_so()
    {
        using RedisServer own = new();
        await using WorkflowEngine engine = new(options => options.UseRedis(own.Address));
        await using var run = await engine.StartAsync(DriverFlows.One, 1, new RunOptions { RunId = "r" });
        using var other = own.Connect();
        while (!other.GetDatabase().KeyExists("{gf:0}:log:r"))
        {
            await Task.Yield();
        }

        other.GetDatabase().Execute("FLUSHALL");
        var error = await Assert.ThrowsAsync<RunLogException>(() => run.Completion.OrHang());
        Assert.IsType<RunNotFoundException>(error.InnerException);
    }

    [Fact]
    public async Task A_run_that_only_waits_ends_when_it_is_lost_and_gives_its_place_back()
    {
        await using var run = await Engine.StartAsync(DriverFlows.Waiting, new RunOptions { RunId = "r" });
        await foreach (var happened in run.Events)
        {
            if (happened is WaitStarted)
            {
                break;
            }
        }

        Raw.KeyDelete(Cell.Of(RunName.Of("r"), "run"));
        await Fleet.Heart.BeatAsync();
        var error = await Assert.ThrowsAsync<RunLogException>(() => run.Completion.OrHang());
        Assert.Equal("r", Assert.IsType<RunNotFoundException>(error.InnerException).RunId);
        Assert.Equal($"The log of run \"r\" is gone: Redis at {Fleet.Address} has no such run any more. It was deleted, or the server has lost its data. This process stops driving the run, of which nothing can be resumed: start it anew.", error.Message);
        await run.DisposeAsync();
        Assert.Empty(Engine.Driven.All);
    }
}
