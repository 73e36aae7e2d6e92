using Graflow.CompilerServices;
using Graflow.TestProgram;
using Graflow.Tests.DurableRuns;
using Graflow.Tests.Engine;
using Graflow.Tests.Logs;
using Xunit;

namespace Graflow.Tests.Chaos;

/// <summary>Random flows whose process is gone at a random change of their log, and perhaps once more, come to what an interpreter says, and run no body again that had finished.</summary>
public sealed class RandomKillTests
{
    private const int Flows = 500;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_flows_survive_random_kills(int part)
    {
        var kills = 0;
        for (var seed = part; seed < Flows; seed += 4)
        {
            kills += await SurviveAsync(seed);
        }

        Assert.InRange(kills, Flows / 8, Flows / 2);
    }

    /// <returns>How often the process was gone.</returns>
    private static async Task<int> SurviveAsync(int seed)
    {
        var random = new Random(seed);
        var executed = new Journal();
        var flow = new RandomFlow(seed, executed, $"Random.Kill{seed}").Whole;
        GraflowRegistry.Add(new WorkflowRegistration<string, string>($"Random.Kill{seed}", () => flow.Flow));
        var expected = flow.Meaning("in", new RandomFlow.Memory());
        using var folder = new LogFolder();
        var execution = Executions.Named(seed % 3 == 0 ? "Threads(2)" : "Direct");

        var (whole, changes) = await DriveAsync(flow.Flow, folder, new FaultyDisk { SkipsFlush = true }, $"whole-{seed}", execution);
        var all = executed.Entries.Order(StringComparer.Ordinal).ToList();
        Assert.Equal(expected, whole);
        var kills = 0;
        for (var life = 0; ; life++)
        {
            var isLast = life == 1 + (seed % 2);
            var before = executed.Entries.Count;
            var finished = await FinishedAsync(folder, $"run-{seed}");
            var disk = new FaultyDisk { SkipsFlush = true, GoneAt = isLast ? 0 : 1 + random.Next(changes), Moment = (Moment)random.Next(3) };
            var (result, _) = await DriveAsync(flow.Flow, folder, disk, $"run-{seed}", execution);
            if (result is null)
            {
                kills++;
                continue;
            }

            Assert.True(expected == result, $"Seed {seed}, life {life}:\n{flow.Flow}\nexpected {expected}\nactual   {result}");
            var ran = executed.Entries.Skip(before).ToList();

            // Where two bodies run at once, those of the process that is gone may end in this one, which is none really.
            var late = execution == Execution.Direct ? 0 : 2 * kills;
            Assert.True(ran.Count >= all.Count - finished && ran.Count <= all.Count - finished + late, $"Seed {seed}, life {life}: {finished} of {all.Count} had finished, {ran.Count} ran.\n{flow.Flow}\n{string.Join(' ', ran)}");
            Assert.Equal(all.Distinct(), executed.Entries.Skip(all.Count).Distinct().Order(StringComparer.Ordinal));
            return kills;
        }
    }

    /// <summary>One life of a process.</summary>
    /// <returns>The result; null when the process was gone before.</returns>
    private static async Task<(string? Result, int Changes)> DriveAsync(IExecutable<string, string> flow, LogFolder folder, FaultyDisk disk, string runId, Execution execution)
    {
        await using var engine = new WorkflowEngine(o => o.UseFileLog(folder.Path, log => log.Disk = disk));
        try
        {
            await using var run = await engine.StartAsync(flow, "in", new RunOptions { RunId = runId, Execution = execution });
            return (await run.Completion.OrHang(), disk.Changes);
        }
        catch (RunLogException)
        {
            return (null, disk.Changes);
        }
    }

    private static async Task<int> FinishedAsync(LogFolder folder, string runId)
    {
        await using var store = folder.Connect();
        try
        {
            return CrashSweep<string, string>.Finished((await store.ReadAsync(runId, CancellationToken.None)).Records);
        }
        catch (RunNotFoundException)
        {
            return 0;
        }
    }
}
