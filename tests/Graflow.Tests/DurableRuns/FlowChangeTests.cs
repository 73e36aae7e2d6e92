using Graflow.CompilerServices;
using Graflow.Logs;
using Graflow.Tests.Engine;
using Graflow.Tests.Workers;
using Xunit;

namespace Graflow.Tests.DurableRuns;

/// <summary>What a run holds against the flow that it is resumed with.</summary>
public sealed class FlowChangeTests
{
    private const string RunId = "run";

    private int _calls;

    [Fact]
    public async Task A_changed_flow_is_refused_by_what_changed_and_nothing_runs_or_is_written()
    {
        var workflow = new Workflow<int, int>("Change.Task");
        var before = workflow.Now = Step("a", 1) >> Step("b", 10) >> Step("c", 100);
        var records = await workflow.RunAsync(0);
        _calls = 0;
        var store = await StoreOf(records.Take(records.Count - 2));
        var count = (await store.ReadAsync(RunId, default)).Records.Count;
        workflow.Now = Step("a", 1) >> Step("x", 10) >> Step("c", 100);
        var error = await Assert.ThrowsAsync<FlowChangedException>(() => workflow.ResumeAsync(store));
        Assert.Equal(["task removed: b", "task added: x"], error.Changes);
        Assert.Equal((RunId, "Change.Task"), (error.RunId, error.Workflow));
        Assert.Equal((0, count), (_calls, (await store.ReadAsync(RunId, default)).Records.Count));

        workflow.Now = before;
        Assert.Equal(111, await workflow.ResumeAsync(store));
    }

    [Fact]
    public async Task A_changed_flow_does_not_read_what_an_ended_run_yielded()
    {
        var workflow = new Workflow<int, int>("Change.Ended") { Now = Step("a", 1) >> Step("b", 10) };
        var store = await StoreOf(await workflow.RunAsync(0));
        workflow.Now = Step("a", 1);
        var error = await Assert.ThrowsAsync<FlowChangedException>(() => workflow.ResumeAsync(store));
        Assert.Contains("task removed: b", error.Changes);
    }

    [Fact]
    public async Task Starting_again_with_a_changed_flow_is_refused_too()
    {
        var workflow = new Workflow<int, int>("Change.Start") { Now = Step("a", 1) >> Step("b", 10) };
        var store = await StoreOf(await workflow.RunAsync(0));
        workflow.Now = Step("a", 1);
        await using var engine = EngineOn(store);
        await Assert.ThrowsAsync<FlowChangedException>(() => engine.StartAsync(workflow.Now, 0, new RunOptions { RunId = RunId }));
    }

    [Fact]
    public async Task A_bound_value_is_the_one_that_the_run_began_with()
    {
        var workflow = new Workflow<int, int>("Change.Bind") { Now = Bound(1, 10) };
        var records = await workflow.RunAsync(0);
        workflow.Now = Bound(2, 20);
        for (var count = 1; count <= records.Count; count++)
        {
            Assert.Equal(112, await workflow.ResumeAsync(await StoreOf(records.Take(count))));
        }

        Assert.Equal(123, await workflow.ResumeAsync(await StoreOf(await workflow.RunAsync(0))));

        IExecutable<int, int> Bound(int value, int inner) =>
            Step("a", 0) >> Step("b", 1).Bind(value) >> Flow.Task("list", (int x) => new[] { x }.ToList())
                >> ((Step("c", 0) | Step("d", 0) >> Step("e", 100).Bind(inner)) >> Flow.Task("sum", ((int A, int B) x) => x.A + x.B)).ForEach().Select(static all => all[0]);
    }

    [Fact]
    public async Task What_a_task_continued_with_is_held_against_the_program_too()
    {
        var target = new Workflow<int, int>("Change.Target") { Now = Step("t", 1) >> Step("u", 10).Bind(5) };
        var route = Flow.Task("route", (int x, TaskContext context) => Next.To(target.Now, x).As<int>());
        var workflow = new Workflow<int, int>("Change.Continued") { Now = Step("a", 1) >> route };
        var records = await workflow.RunAsync(0);
        var begun = records.TakeWhile(static record => new RecordReader(record).Kind != RecordKind.TaskContinued).Count() + 1;

        target.Now = Step("t", 1) >> Step("u", 10).Bind(6);
        Assert.Equal(15, await workflow.ResumeAsync(await StoreOf(records.Take(begun))));

        target.Now = Step("t", 1) >> Step("v", 10).Bind(5);
        var error = await Assert.ThrowsAsync<FlowChangedException>(async () => await workflow.ResumeAsync(await StoreOf(records.Take(begun))));
        Assert.Equal(["task removed: u", "task added: v"], error.Changes);
    }

    [Fact]
    public async Task The_structure_of_what_runs_next_is_written_once()
    {
        TestNode<int, int> pong = null!;
        var ping = new TestNode<int, int>("Change.Ping", (x, _) => new(Next.To(pong, x + 1).As<int>())).Registered();
        pong = new TestNode<int, int>("Change.Pong", (x, _) => new(x > 50 ? Next.Done(x) : Next.To(ping, x + 1).As<int>())).Registered();
        var workflow = new Workflow<int, int>("Change.Once") { Now = ping };
        var kinds = (await workflow.RunAsync(0)).Select(static record => new RecordReader(record).Kind).ToArray();
        Assert.Equal(1, kinds.Count(static kind => kind == RecordKind.StructureAdded));
        Assert.Equal(51, kinds.Count(static kind => kind == RecordKind.TaskContinued));
    }

    [Fact]
    public async Task A_flow_that_no_log_can_hold_leaves_nothing_in_it()
    {
        var workflow = new Workflow<int, int>("Change.Codec") { Now = Flow.Task("make", (int x) => this) >> Flow.Task("use", (FlowChangeTests x) => 1) };
        var store = new MemoryRunStore(TimeProvider.System);
        await using var engine = EngineOn(store);
        var error = await Assert.ThrowsAsync<NotSerializableException>(() => engine.StartAsync(workflow.Now, 0, new RunOptions { RunId = RunId }));
        Assert.StartsWith("GRF201: The output of make must be in a durable run's log: FlowChangeTests", error.Message, StringComparison.Ordinal);
        Assert.Empty(await store.ListAsync(default));
    }

    private static WorkflowEngine EngineOn(MemoryRunStore store) => new(o => (o.RunStore, o.Execution) = ((_, _) => store, Execution.Direct));

    private static Task<MemoryRunStore> StoreOf(IEnumerable<ReadOnlyMemory<byte>> records) => CrashSweep<int, int>.StoreOf(records);

    private TaskNode<int, int> Step(string id, int by) => Flow.Task(id, (int x) =>
    {
        _calls++;
        return x + by;
    });

    /// <summary>A workflow that each build of a program makes in its own way.</summary>
    private sealed class Workflow<TIn, TOut>
    {
        internal Workflow(string name) => GraflowRegistry.Add(new WorkflowRegistration<TIn, TOut>(name, () => Now));

        internal IExecutable<TIn, TOut> Now { get; set; } = null!;

        internal async Task<IReadOnlyList<ReadOnlyMemory<byte>>> RunAsync(TIn input)
        {
            var store = new MemoryRunStore(TimeProvider.System);
            await using var engine = EngineOn(store);
            await using var run = await engine.StartAsync(Now, input, new RunOptions { RunId = RunId });
            await run.Completion.OrHang();
            return (await store.ReadAsync(RunId, default)).Records;
        }

        internal async Task<TOut> ResumeAsync(MemoryRunStore store)
        {
            await using var engine = EngineOn(store);
            await using var run = await engine.ResumeAsync(Now, RunId);
            return await run.Completion.OrHang();
        }
    }
}
