using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Graflow.Tests.Logs;
using Xunit;

namespace Graflow.Tests.Chaos;

/// <summary>A log that was changed, cut or filled up gives a typed error, or the run goes on as it should; never another result.</summary>
public sealed class CorruptionTests
{
    private const int Flips = 10_000;

    [Fact]
    public async Task Flipped_bytes_give_a_typed_error_or_the_right_result()
    {
        using var log = new LongRunLog();
        await CrashAsync(log, goneAt: 40);
        var (whole, calls) = (await File.ReadAllBytesAsync(log.Segment), await File.ReadAllBytesAsync(log.Effects));
        var random = new Random(5);
        var (errors, results) = (0, 0);
        for (var i = 0; i < Flips; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var count = random.Next(3); count >= 0; count--)
            {
                // Every tenth one at the end, where a change may look like a write that was cut short.
                var at = i % 10 == 0 ? bytes.Length - 1 - random.Next(80) : random.Next(bytes.Length);
                bytes[at] ^= (byte)(1 + random.Next(255));
            }

            if (bytes.AsSpan().SequenceEqual(whole))
            {
                continue;
            }

            LogFolder.Overwrite(log.Segment, bytes);
            LogFolder.Overwrite(log.Effects, calls);
            try
            {
                // The body whose end was flipped away runs once more.
                await log.AssertGoesOnAsync($"flip {i}", inFlight: 3);
                results++;
            }
            catch (GraflowException error) when (error is RunLogException or RunNotFoundException)
            {
                errors++;
            }
        }

        Assert.True(errors > Flips / 2 && results > Flips / 50, $"{errors} errors, {results} results");
    }

    [Fact]
    public async Task A_tail_that_power_took_is_run_again()
    {
        var random = new Random(6);
        for (var i = 0; i < 60; i++)
        {
            using var log = new LongRunLog();
            await CrashAsync(log, goneAt: 25 + random.Next(20), padding: 4096);
            var length = new FileInfo(log.Segment).Length;
            var lost = Math.Min(length, 1 + random.Next(64 * 1024));
            await using (var file = new FileStream(log.Segment, FileMode.Open))
            {
                file.SetLength(length - lost);
                if (i % 3 == 0)
                {
                    // Where the name of the longer file was saved and its bytes were not.
                    file.SetLength(length);
                }
            }

            await log.AssertGoesOnAsync($"{lost} of {length} bytes lost", inFlight: LongRun.Bodies);
        }
    }

    /// <summary>Drives the run until its process is gone. The log is flushed at the end only, so that what is changed when does not depend on how fast the machine is: records are of different sizes, and a small one at the end is hit less often.</summary>
    private static async Task CrashAsync(LongRunLog log, int goneAt, int padding = 0)
    {
        var disk = new FaultyDisk { SkipsFlush = true, GoneAt = goneAt };
        await using var engine = log.Connect(disk, static options => options.CommitInterval = TimeSpan.FromHours(1));
        await using var run = await log.StartAsync(engine, padding);
        var error = await Record.ExceptionAsync(() => run.Completion.OrHang());
        Assert.True(error is RunLogException, $"{error?.Message ?? "it ended"}: to be gone at {goneAt}, after {disk.Changes} changes");
    }
}
