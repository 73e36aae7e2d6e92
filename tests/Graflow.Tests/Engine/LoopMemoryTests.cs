using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Engine;

[Collection(AloneInProcess.Name)]
public sealed class LoopMemoryTests
{
    private static readonly WorkflowEngine Engine = new();

    public static TheoryData<string> All => Executions.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_loop_of_two_tasks_goes_round_in_constant_memory(string execution)
    {
        TaskNode<int, int> even = null!;
        var odd = Flow.Task("odd", (int x) => Next.To(even, x - 1));
        even = Flow.Task("even", (int x) => x == 0 ? 0 : Next.To(odd, x - 1));
        await Engine.RunAsync(even, 1000, Executions.On(execution)).OrHang();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Assert.Equal(0, await Engine.RunAsync(even, 200_000, Executions.On(execution) with { MaxSteps = 200_000 }).OrHang());
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 64 << 20);
    }
}
