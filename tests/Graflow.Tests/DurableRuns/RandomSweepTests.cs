using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Tests.DurableRuns;

public sealed class RandomSweepTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_random_flow_goes_on_from_anywhere(int seed)
    {
        var executed = new Journal();
        var random = new Random(seed);
        var flow = new RandomFlow(seed, executed, $"RandomSweep.{seed}");
        var expected = flow.Whole.Meaning("x", new RandomFlow.Memory());
        var sweep = new CrashSweep<string, string>($"RandomSweep.{seed}", flow.Whole.Flow, () => executed.Entries, "x")
        {
            Execution = seed % 2 == 0 ? Execution.Direct : Execution.Threads(),
            Dies = _ => random.Next(8) == 0,
            AreDistinct = false,
        };
        await sweep.RunAsync(expected!);
    }
}
