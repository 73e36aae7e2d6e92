using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Engine;

/// <summary>Same flow, same input, pure tasks: the same output and the same executed tasks wherever bodies run.</summary>
public sealed class RandomFlowTests
{
    private const int Flows = 400;

    private static readonly WorkflowEngine Engine = new(static o => o.TimeProvider = new ManualTimeProvider());

    public static TheoryData<string, bool> Ways => new()
    {
        { "Direct", false }, { "Threads(1)", false }, { "Threads(2)", false }, { "Threads(2)", true }, { "Threads()", false }, { "Threads()", true },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Random_flows_do_what_a_recursive_interpreter_does(string execution, bool keepsResults)
    {
        for (var seed = 0; seed < Flows; seed++)
        {
            var executed = new Journal();
            var flow = new RandomFlow(seed, executed).Whole;
            var memory = new RandomFlow.Memory();
            var expected = flow.Meaning("in", memory);
            var options = Executions.On(execution);
            string actual;
            if (keepsResults)
            {
                await using var run = await Engine.StartAsync(flow.Flow, "in", options);
                actual = await run.Completion.OrHang();
            }
            else
            {
                actual = await Engine.RunAsync(flow.Flow, "in", options).OrHang();
            }

            Assert.True(expected == actual, $"Seed {seed} on {execution}:\n{flow.Flow}\nexpected {expected}\nactual   {actual}");
            Assert.Equal(memory.Executed, executed.Entries.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Pooled_runs_of_one_flow_at_once_never_see_each_others_values()
    {
        for (var seed = 1000; seed < 1040; seed++)
        {
            var flow = new RandomFlow(seed, new Journal()).Whole;
            var runs = Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
            {
                var expected = flow.Meaning($"in{i}", new RandomFlow.Memory());
                for (var round = 0; round < 3; round++)
                {
                    Assert.Equal(expected, await Engine.RunAsync(flow.Flow, $"in{i}", Executions.On(i % 3 == 0 ? "Threads(2)" : "Threads()")));
                }
            }));
            await Task.WhenAll(runs).OrHang();
        }
    }
}
