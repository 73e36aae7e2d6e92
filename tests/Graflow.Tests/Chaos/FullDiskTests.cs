using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Tests.Chaos;

public sealed class FullDiskTests
{
    [Fact]
    public async Task A_disk_that_fills_up_at_any_byte_ends_the_run_here_and_it_goes_on_when_there_is_room()
    {
        var size = Math.Min(await SizeAsync(), await SizeAsync());
        // Times take more bytes the slower a run is, so that the last ones may not be needed.
        for (var room = 0L; room < size - 200; room += 37)
        {
            using var log = new LongRunLog();
            var disk = new FaultyDisk { SkipsFlush = true, Room = room };
            await using (var engine = log.Connect(disk))
            {
                var error = await Assert.ThrowsAsync<RunLogException>(async () =>
                {
                    await using var run = await log.StartAsync(engine);
                    await run.Completion.OrHang();
                });
                Assert.Contains("No space left on device", error.Message, StringComparison.Ordinal);
            }

            await log.AssertGoesOnAsync($"room for {room} bytes");
        }
    }

    [Fact]
    public async Task The_same_engine_goes_on_with_the_run_once_there_is_room()
    {
        using var log = new LongRunLog();
        var disk = new FaultyDisk { SkipsFlush = true, Room = 1500 };
        await using var engine = log.Connect(disk);
        await using (var run = await log.StartAsync(engine))
        {
            await Assert.ThrowsAsync<RunLogException>(() => run.Completion.OrHang());
        }

        disk.Room = long.MaxValue;
        await using var resumed = await log.StartAsync(engine);
        Assert.Equal(LongRun.Result, await resumed.Completion.OrHang());
        Assert.Equal(LongRun.Bodies, log.Calls.Distinct().Count());
        Assert.InRange(log.Calls.Count, LongRun.Bodies, LongRun.Bodies + 1);
    }

    private static async Task<long> SizeAsync()
    {
        using var log = new LongRunLog();
        await log.AssertGoesOnAsync("undisturbed");
        return new FileInfo(log.Segment).Length;
    }
}
