using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Tests.Chaos;

public sealed class FullDiskTests
{
    [Fact]
    public async Task A_disk_that_fills_up_at_any_byte_ends_the_run_here_and_it_goes_on_when_there_is_room()
    {
        // How many bytes a run takes depends on how long it takes, and on how its failures' stacks were compiled: the disk grows until one has enough of it.
        var room = 0L;
        while (!await HasRoomAsync(room))
        {
            room += 37;
        }

        Assert.InRange(room, 2_000, 20_000);
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

    /// <summary>Whether a disk of so many bytes has room for the run; one that has not ends it, and it goes on on another disk.</summary>
    private static async Task<bool> HasRoomAsync(long room)
    {
        using var log = new LongRunLog();
        var disk = new FaultyDisk { SkipsFlush = true, Room = room };
        await using (var engine = log.Connect(disk))
        {
            try
            {
                await using var run = await log.StartAsync(engine);
                Assert.Equal(LongRun.Result, await run.Completion.OrHang());
                return true;
            }
            catch (RunLogException error)
            {
                Assert.Contains("No space left on device", error.Message, StringComparison.Ordinal);
            }
        }

        await log.AssertGoesOnAsync($"room for {room} bytes");
        return false;
    }
}
