using Xunit;

namespace Graflow.Tests.Engine;

public sealed class SmokeTests
{
    private static readonly TaskNode<int, int> Add = Flow.Task("add", (int x) => x + 1);
    private static readonly TaskNode<int, int> Double = Flow.Task("double", (int x) => x * 2);
    private static readonly TaskNode<(int, int), string> Show = Flow.Task("show", ((int A, int B) x) => $"{x.A}/{x.B}");

    [Fact]
    public async Task Diamond()
    {
        var flow = Add >> (Add.As("l") | Double) >> Show;
        var engine = new WorkflowEngine();
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal("3/4", await engine.RunAsync(flow, 1));
        }

        Assert.Equal("3/4", await engine.RunAsync(flow, 1, new() { Execution = Execution.Direct }));
        await using var run = await engine.StartAsync(flow, 1);
        Assert.Equal("3/4", await run.Completion);
        Assert.Equal(4, run.OutcomeOf(Double).Value);
        var events = new List<string>();
        await foreach (var e in run.Events)
        {
            events.Add(e.GetType().Name + (e is TaskEvent t ? " " + t.TaskId : ""));
        }

        Assert.Equal(["RunStarted", "TaskStarted add", "TaskSucceeded add"], events.Take(3));
    }

    [Fact]
    public async Task Map_and_loop()
    {
        TaskNode<int, int> loop = null!;
        loop = Flow.Task("loop", (int x) => x >= 100 ? x : Next.To(loop, x + 7));
        var flow = Flow.Task("range", (int n) => Enumerable.Range(0, n).ToArray()) >> (Add >> loop).ForEach(3);
        var engine = new WorkflowEngine();
        var result = await engine.RunAsync(flow, 1000);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => { var x = i + 1; while (x < 100) { x += 7; } return x; }), result);
    }

    [Fact]
    public async Task Async_bodies()
    {
        var tasks = Enumerable.Range(0, 1000).Select(i => Flow.Task("t" + i, async (int x) => { await Task.Yield(); return x + i; })).ToArray();
        var engine = new WorkflowEngine();
        foreach (var e in new[] { Execution.Direct, Execution.Threads(2), Execution.Threads() })
        {
            var sum = await engine.RunAsync(Flow.Parallel(tasks) >> Flow.Task("sum", (IReadOnlyList<int> xs) => xs.Sum()), 1, new() { Execution = e });
            Assert.Equal(1000 + 999 * 500, sum);
        }
    }
}
