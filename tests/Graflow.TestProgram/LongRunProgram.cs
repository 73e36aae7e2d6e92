using System.Diagnostics;
using System.Globalization;

namespace Graflow.TestProgram;

/// <summary>The program as the driver of a long run, which is killed for real at one of its writes.</summary>
internal static class LongRunProgram
{
    internal const string Argument = "long-run";

    /// <param name="args">The folder of logs, the run, the file of effects, at which change to be gone, and when.</param>
    internal static async Task RunAsync(string[] args)
    {
        if (args is [_, var place, var run, var file, "hang"])
        {
            await HangAsync(place, run, file);
        }

        if (args is not [_, var folder, var runId, var effects, var goneAt, var moment])
        {
            throw new ArgumentException("long-run FOLDER RUN EFFECTS (CHANGE MOMENT | hang)");
        }

        await DriveAsync(folder, runId, effects, new FaultyDisk { SkipsFlush = true, GoneAt = int.Parse(goneAt, CultureInfo.InvariantCulture), Moment = Enum.Parse<Moment>(moment), End = Kill });
    }

    private static async Task DriveAsync(string folder, string runId, string effects, FaultyDisk disk)
    {
        LongRun.SetEffects(runId, effects);
        await using var engine = new WorkflowEngine(o => o.UseFileLog(folder, log =>
        {
            log.Disk = disk;
            // Longer than the run, however slow the machine is: what the log changes, and when, is the same each time.
            log.CommitInterval = TimeSpan.FromHours(1);
        }));
        try
        {
            await using var run = await engine.StartAsync(LongRun.Everything, 1, LongRun.OptionsFor(runId));
            await LongRun.ApproveAsync(engine, runId);
            Console.WriteLine(await run.Completion);
        }
        catch (RunLockedException locked)
        {
            Console.WriteLine($"locked: {locked.Message}");
        }

        Console.WriteLine(disk.Changes);
    }

    // Stands still at a change in the middle of the run, with everything open.
    private static Task HangAsync(string folder, string runId, string effects) => DriveAsync(folder, runId, effects, new FaultyDisk
    {
        SkipsFlush = true,
        GoneAt = 30,
        End = static () =>
        {
            Console.WriteLine("hangs");
            new ManualResetEventSlim().Wait();
        },
    });

    private static void Kill()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.SpinWait(int.MaxValue);
    }
}
