using Graflow.Engine;
using Graflow.Logs;
using Graflow.Runs;
using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Fleets;

/// <summary>What an engine is told of its fleet, and what is refused before anything runs.</summary>
public sealed class FleetOptionTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly LoopbackFleet _fleet = new(new ManualTimeProvider());

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_fleet_places_the_bodies_unless_the_user_does()
    {
        await using var engine = _fleet.Driver();
        Assert.Equal("default", Assert.IsType<QueueExecution>(engine.DefaultExecution).Name);
        await using var before = new WorkflowEngine(o =>
        {
            o.Execution = Execution.Direct;
            o.UseFleet((time, _) => new MemoryRunStore(time), new QueueExecution("default"));
        });
        Assert.Same(Execution.Direct, before.DefaultExecution);
        await using var after = _fleet.Driver(static o => o.Execution = Execution.Direct);
        Assert.Same(Execution.Direct, after.DefaultExecution);
        await using var none = new WorkflowEngine();
        Assert.Equal("Threads()", $"{none.DefaultExecution}");
    }

    [Fact]
    public void An_engine_has_one_log()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new WorkflowEngine(static o =>
        {
            o.UseFileLog("runs");
            o.UseFleet((time, _) => new MemoryRunStore(time), new QueueExecution("default"));
        }));
        Assert.Equal("This engine has a log already, and all its runs are in one: call either UseFileLog or UseRedis, and that once.", error.Message);
    }

    [Fact]
    public async Task Without_a_fleet_a_queue_is_refused_before_anything_runs()
    {
        var runs = 0;
        var first = Flow.Task("first", (int n) => n + Interlocked.Increment(ref runs));
        var flow = FleetNodes.Workflow(first >> FleetNodes.Task(static n => n).As("far").With(static o => o.Queue = "gpu"));
        await using var engine = new WorkflowEngine();
        var options = new RunOptions { Execution = new QueueExecution("default") };
        var error = await Assert.ThrowsAsync<FlowDefinitionException>(() => engine.RunAsync(flow, 1, options));
        Assert.Matches("^far/Fleet\\.T[0-9a-f]+ is to run on workers that serve the queue \"gpu\", and this engine shares no store with any\\. Give it one: new WorkflowEngine\\(o => o\\.UseRedis\\(\"localhost:6379\"\\)\\), from the package Graflow\\.Redis; or choose another execution\\.$", error.Message);
        Assert.Equal(2, await engine.RunAsync(flow, 1, new RunOptions { Execution = Execution.Direct }).OrHang());
        await Assert.ThrowsAsync<FlowDefinitionException>(() => engine.RunAsync(flow, 1, options));
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_task_that_no_worker_could_find_is_refused_before_anything_is_sent()
    {
        await using var engine = _fleet.Driver();
        var flow = FleetNodes.Workflow(FleetNodes.Task(static n => n) >> Graflow.Tests.Workers.Running.Nodes.Unregistered);
        var error = await Assert.ThrowsAsync<NotSerializableException>(() => engine.RunAsync(flow, 1, new RunOptions { RunId = "r" }));
        Assert.StartsWith("GRF201: Nodes.Unregistered is to run in a", error.Message, StringComparison.Ordinal);
        Assert.Empty(_fleet.RunOf("r").Log);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("gpu-large.2")]
    public void A_queue_is_in_the_log_by_its_name(string name)
    {
        var text = ExecutionText.Of(new QueueExecution(name));
        Assert.Equal($"Queue {name}", text);
        Assert.Equal(name, Assert.IsType<QueueExecution>(ExecutionText.Read(text)).Name);
    }

    [Fact]
    public async Task A_run_goes_on_where_its_own_execution_says()
    {
        var flow = FleetNodes.Workflow(Flow.WaitFor<int>("go") >> FleetNodes.Task(static n => n + 1));
        await using (var first = _fleet.Driver(static o => o.Execution = Execution.Direct))
        {
            await using var run = await first.StartAsync(flow, default, new RunOptions { RunId = "r", Execution = new QueueExecution("gpu") });
        }

        _fleet.Hold();
        await using var second = _fleet.Driver(static o => o.Execution = Execution.Direct);
        await using var again = await second.ResumeAsync(flow, "r");
        await second.SignalAsync("r", "go", 5);
        await Task.Run(() => SpinWait.SpinUntil(() => _fleet.Waiting.Count == 1)).OrHang();
        Assert.Equal("gpu", _fleet.Waiting[0].Queue);
        _fleet.Release();
        Assert.Equal(6, await again.Completion.OrHang());
    }

    [Fact]
    public async Task A_program_knows_its_tasks_and_its_flows()
    {
        Graflow.Generated.Graflow_TestProgram.Module.Register();
        await using var engine = _fleet.Driver();
        var ids = FleetKnowledge.Ids(engine);
        Assert.Contains("FleetBodies.Inc", ids);
        var plan = engine.Checked(((IExecutable)FleetFlows.Chain).Expression.PlanFor<int>(), engine.DefaultExecution);
        Assert.Contains($"FleetFlows.Chain@{plan.Structure.Hash}", ids);
        Assert.Equal(32, plan.Structure.Hash.Length);
    }

    [Fact]
    public async Task Initial_values_are_committed_once_however_often_the_run_is_begun()
    {
        var a = FleetNodes.Task<int, long>(static async (n, context) => await context.Channel.IncrementAsync("n", n));
        var flow = FleetNodes.Workflow(Flow.Task("zero", static (int n) => n) >> a);
        await using var engine = _fleet.Driver();
        var options = new RunOptions { RunId = "r", Channel = static channel => channel.Increment("n", 10) };
        Assert.Equal(15, await engine.RunAsync(flow, 5, options).OrHang());
        Assert.Equal(15, await engine.RunAsync(flow, 5, options).OrHang());
        Assert.Equal(["run"], _fleet.RunOf("r").Channel.Tokens);
        Assert.DoesNotContain("ChannelChanged", _fleet.RunOf("r").Log);
    }

    [Fact]
    public async Task What_a_body_here_records_is_committed_under_its_path_and_attempt_before_its_record()
    {
        var a = FleetNodes.Task<int, int>(static (n, context) =>
        {
            context.OnSuccess(w => w.Increment("n", n));
            return context.Attempt == 1 ? throw new IOException("first") : new(new Next<int>(n));
        }).With(static o => o.Retry = new RetryOptions { MaxAttempts = 2 });
        await using var engine = _fleet.Driver(static o => o.Execution = Execution.Threads(1));
        Assert.Equal(5, await engine.RunAsync(FleetNodes.Workflow(Flow.Task("zero", static (int n) => n) >> a.As("eu")), 5, new RunOptions { RunId = "r" }).OrHang());
        Assert.Equal([$"eu/{a.Id}#2"], _fleet.RunOf("r").Channel.Tokens);
        Assert.Equal(5, await _fleet.RunOf("r").Channel.GetAsync("n", 0L));
        Assert.DoesNotContain("ChannelChanged", _fleet.RunOf("r").Log);
    }
}
