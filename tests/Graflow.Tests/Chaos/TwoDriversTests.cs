using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Tests.Chaos;

/// <summary>Two processes that go on with the same run: one of them does.</summary>
public sealed class TwoDriversTests
{
    [Fact]
    public async Task One_process_goes_on_and_the_other_is_told_who_does()
    {
        for (var round = 0; round < 5; round++)
        {
            using var log = new LongRunLog();
            Assert.Equal(137, (await LongRunChild.RunAsync(log, 20 + round, "After")).ExitCode);
            var (before, finished) = (log.Calls.Count, await log.FinishedAsync());
            var outputs = (await Task.WhenAll(LongRunChild.RunAsync(log), LongRunChild.RunAsync(log))).Select(child => child.Output.Split('\n')[0]).ToList();
            Assert.Contains(LongRun.Result, outputs);

            // The slower one comes late and reads what the faster one has ended, or comes while it is at it: between taking the lock and signing it, that one is just another process.
            Assert.All(outputs, line => Assert.True(line == LongRun.Result || line.StartsWith($"locked: Run {log.RunId} is driven by process ", StringComparison.Ordinal) || line.StartsWith($"locked: Run {log.RunId} is driven by another process. ", StringComparison.Ordinal), line));
            Assert.Equal(LongRun.Bodies - finished, log.Calls.Count - before);
        }
    }

    [Fact]
    public async Task A_process_that_is_at_it_keeps_all_others_out_until_it_is_killed()
    {
        using var log = new LongRunLog();
        using var child = LongRunChild.Start(log, "hang");
        await child.StandardOutput.ReadLineAsync().OrHang();
        await using (var engine = log.Connect())
        {
            for (var i = 0; i < 10; i++)
            {
                var error = await Assert.ThrowsAsync<RunLockedException>(() => log.StartAsync(engine));
                Assert.Equal((log.RunId, $"process {child.Id} on {Environment.MachineName}"), (error.RunId, error.DrivenBy));
                await Assert.ThrowsAsync<RunLockedException>(() => engine.ResumeAsync(LongRun.Everything, log.RunId));
                Assert.Empty(await engine.ResumeAllAsync());
            }

            child.Kill();
            await child.WaitForExitAsync().OrHang();
            await using var run = await log.StartAsync(engine);
            Assert.Equal(LongRun.Result, await run.Completion.OrHang());
        }

        Assert.Equal(LongRun.Bodies, log.Calls.Distinct().Count());
        Assert.InRange(log.Calls.Count, LongRun.Bodies, LongRun.Bodies + 1);
    }
}
