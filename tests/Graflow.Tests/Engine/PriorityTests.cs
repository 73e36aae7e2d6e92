using Xunit;

namespace Graflow.Tests.Engine;

public sealed class PriorityTests
{
    private readonly Journal _journal = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ready_tasks_run_by_priority_then_in_the_order_they_are_written(bool direct)
    {
        var execution = direct ? Execution.Direct : Execution.Threads(1);
        var flow = _journal.Step("start") >> (
            _journal.Step("low") | Prioritized("high", 5) | _journal.Step("also-low") | Prioritized("highest", 9) | Prioritized("lowest", -1));

        await new WorkflowEngine().RunAsync(flow, 0, new RunOptions { Execution = execution });

        Assert.Equal(["start", "highest", "high", "low", "also-low", "lowest"], _journal.Entries);
    }

    [Fact]
    public async Task Priorities_hold_inside_the_elements_of_a_map_and_inside_a_limited_group()
    {
        var body = _journal.Step("low") | Prioritized("high", 5);
        var flow = Flow.Task("list", static (int x) => new[] { x }) >> body.ForEach();
        await new WorkflowEngine().RunAsync(flow, 0, new RunOptions { Execution = Execution.Threads(1) });

        var limited = _journal.Step("start") >> (_journal.Step("later") | Prioritized("sooner", 5)).WithExecution(Execution.Threads(1));
        await new WorkflowEngine().RunAsync(limited, 0);

        Assert.Equal(["high", "low", "start", "sooner", "later"], _journal.Entries);
    }

    private TaskNode<int, int> Prioritized(string id, int priority) => _journal.Step(id).With(o => o.Priority = priority);
}
