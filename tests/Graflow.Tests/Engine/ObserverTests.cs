using System.Collections.Concurrent;
using Xunit;

namespace Graflow.Tests.Engine;

public sealed class ObserverTests
{
    private static readonly Flow<int, int> Chain = Flow.Task("a", static (int x) => x + 1) >> Flow.Task("b", static (int x) => x + 1);

    [Fact]
    public async Task Observers_hear_of_every_event_in_order_one_at_a_time()
    {
        var (first, second) = (new Listener(), new Listener());
        var engine = new WorkflowEngine(o => { o.Observers.Add(first); o.Observers.Add(second); });

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => engine.RunAsync(Chain, i, new RunOptions { RunId = $"run{i}" })));
        await engine.DisposeAsync();

        Assert.Equal(first.Heard, second.Heard);
        Assert.False(first.WasCalledTwiceAtOnce || second.WasCalledTwiceAtOnce);
        Assert.Equal(50, first.Heard.Select(static e => e.RunId).Distinct().Count());
        Assert.All(first.Heard.GroupBy(static e => e.RunId), static run =>
        {
            Assert.Equal(Enumerable.Range(1, 6).Select(static i => (long)i), run.Select(static e => e.Sequence));
            Assert.Equal(
                ["RunStarted", "TaskStarted a", "TaskSucceeded a", "TaskStarted b", "TaskSucceeded b", "RunSucceeded"],
                run.Select(static e => e is TaskEvent task ? $"{e.GetType().Name} {task.TaskId}" : e.GetType().Name));
        });
    }

    [Fact]
    public async Task What_an_observer_throws_touches_neither_the_run_nor_other_observers()
    {
        var listener = new Listener();
        var engine = new WorkflowEngine(o => { o.Observers.Add(new Thrower()); o.Observers.Add(listener); });

        Assert.Equal(3, await engine.RunAsync(Chain, 1));
        await engine.DisposeAsync();

        Assert.Equal(6, listener.Heard.Count);
    }

    [Fact]
    public async Task A_stuck_observer_holds_up_no_run_and_loses_no_event()
    {
        using var gate = new ManualResetEventSlim();
        var listener = new Listener { Gate = gate };
        var engine = new WorkflowEngine(o => o.Observers.Add(listener));

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(i + 2, await engine.RunAsync(Chain, i));
        }

        gate.Set();
        await engine.DisposeAsync();
        Assert.Equal(120, listener.Heard.Count);
    }

    [Fact]
    public async Task The_queue_and_the_handler_of_a_task_are_in_its_event()
    {
        var listener = new Listener();
        var engine = new WorkflowEngine(o => o.Observers.Add(listener));
        var flow = Flow.Task("a", static (int x) => x).With(static o => o.Queue = "gpu");

        await engine.RunAsync(flow, 1);
        await engine.DisposeAsync();

        var started = Assert.Single(listener.Heard.OfType<TaskStarted>());
        Assert.Equal(("gpu", "direct", 1), (started.Queue, started.Handler, started.Attempt));
    }

    private sealed class Listener : IRunObserver
    {
        private readonly ConcurrentQueue<RunEvent> _heard = new();
        private int _inside;

        public IReadOnlyList<RunEvent> Heard => [.. _heard];

        public bool WasCalledTwiceAtOnce { get; private set; }

        public ManualResetEventSlim? Gate { get; init; }

        public void OnEvent(RunEvent runEvent)
        {
            WasCalledTwiceAtOnce |= Interlocked.Increment(ref _inside) != 1;
            Gate?.Wait();
            _heard.Enqueue(runEvent);
            Interlocked.Decrement(ref _inside);
        }
    }

    private sealed class Thrower : IRunObserver
    {
        public void OnEvent(RunEvent runEvent) => throw new InvalidOperationException("an observer's own trouble");
    }
}
