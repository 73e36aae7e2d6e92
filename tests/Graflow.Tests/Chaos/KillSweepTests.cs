using System.Globalization;
using Graflow.TestProgram;
using Xunit;

namespace Graflow.Tests.Chaos;

/// <summary>A program is killed, by SIGKILL, at every change that the log of its run makes to the disk: before it, in the middle of it, after it.</summary>
public sealed class KillSweepTests
{
    private const int AtOnce = 2;

    [Theory]
    [InlineData("Before")]
    [InlineData("Torn")]
    [InlineData("After")]
    public async Task A_program_that_is_killed_at_any_write_goes_on_where_it_was(string moment)
    {
        var changes = await ChangesAsync();
        Assert.InRange(changes, 50, 90);
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            for (var at = Interlocked.Increment(ref next); at <= changes; at = Interlocked.Increment(ref next))
            {
                using var log = new LongRunLog();
                var (output, exitCode) = await LongRunChild.RunAsync(log, at, moment);

                Assert.True(exitCode == 137, $"{moment} change {at}: {exitCode} {output}");
                await log.AssertGoesOnAsync($"killed {moment} change {at}");
            }
        })));
    }

    [Fact]
    public async Task A_program_that_is_killed_again_and_again_comes_to_its_end()
    {
        using var log = new LongRunLog();
        var (kills, calls) = (0, 0);
        while (true)
        {
            // A resume writes three files before it appends; so each life gets a little further.
            var (output, exitCode) = await LongRunChild.RunAsync(log, 16, "Torn");
            if (exitCode == 0)
            {
                Assert.StartsWith(LongRun.Result, output, StringComparison.Ordinal);
                break;
            }

            kills++;
            calls += log.Calls.Count > calls ? log.Calls.Count - calls : 0;
            Assert.InRange(kills, 1, 40);
        }

        Assert.InRange(kills, 4, 40);
        Assert.Equal(LongRun.Bodies, log.Calls.Distinct().Count());
        Assert.InRange(log.Calls.Count, LongRun.Bodies, LongRun.Bodies + kills);
    }

    /// <summary>How many changes an undisturbed run makes.</summary>
    private static async Task<int> ChangesAsync()
    {
        using var log = new LongRunLog();
        var (output, exitCode) = await LongRunChild.RunAsync(log, 0, "Before");
        Assert.Equal(0, exitCode);
        var lines = output.Split('\n');
        Assert.Equal(LongRun.Result, lines[0]);
        Assert.Equal(LongRun.Bodies, log.Calls.Count);
        return int.Parse(lines[1], CultureInfo.InvariantCulture);
    }
}
