using Graflow.Bench.Floors;
using Graflow.Bench.Harness;

namespace Graflow.Bench.Durable;

/// <summary>What a log costs while tasks run, and what it gives back when they are resumed.</summary>
internal static class DurableWorkloads
{
    /// <summary>About what the log takes for a task that yields a number.</summary>
    private const int RecordBytes = 32;

    /// <summary>Each begins and succeeds: 100,000 events.</summary>
    private const int Elements = 50_000;

    private const int ChainTasks = DurableFlows.ChainLength + 1;
    private const int FsyncTasks = DurableFlows.FsyncLength + 1;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    /// <summary>What each task of a chain takes longer because its success is in the log before the next one begins.</summary>
    public static Workload Chain()
    {
        var (bare, folder) = (new WorkflowEngine(), new ScratchFolder());
        var append = new BareAppend(folder.Below("bare"), RecordBytes);
        var sqlite = SqliteSteps.IsInstalled ? SqliteSteps.Open(folder.Below("steps.db")) : null;
        return new("durable-chain-10000", MicrosecondsPerTask,
        [
            new Peer("append", ChainTasks, () => new(append.Append(ChainTasks))) { Expected = ChainTasks },
            new Peer("no log", ChainTasks, async () => await bare.RunAsync(DurableFlows.Long, 0, InProcess.GraflowPeer.Options)) { Expected = ChainTasks },
            new Peer("graflow", ChainTasks, () => RunAsync(DurableFlows.Long, folder, Durability.Async)) { Expected = ChainTasks },
            .. sqlite is null ? [] : new[] { new Peer("sqlite3", ChainTasks, () => new(sqlite.Insert(ChainTasks))) { Expected = ChainTasks } },
        ])
        {
            Floor = "append",
            LeastWarmUp = WarmUp,
            Bounds =
            [
                new("graflow - no log <= 3 us/task", result => result["graflow"].Median - result["no log"].Median, value => value <= 3),
                .. sqlite is null ? [] : new[] { Bound.FasterThan(5, "sqlite3") },
            ],
            Cleanup = () => End(append, sqlite, folder),
        };
    }

    /// <summary>A chain in which each success is on the disk before the next task begins.</summary>
    public static Workload Fsync()
    {
        var folder = new ScratchFolder();
        var append = new BareAppend(folder.Below("bare"), RecordBytes);
        return new("durable-fsync-500", TasksPerSecond,
        [
            new Peer("append+fsync", FsyncTasks, () => new(append.AppendAndFlush(FsyncTasks))) { Expected = FsyncTasks },
            new Peer("graflow", FsyncTasks, () => RunAsync(DurableFlows.Short, folder, Durability.Fsync)) { Expected = FsyncTasks },
        ])
        {
            Floor = "append+fsync",
            LeastWarmUp = WarmUp,
            Bounds = [Bound.RatioAtLeast(0.5, "append+fsync")],
            Cleanup = () => End(append, null, folder),
        };
    }

    /// <summary>From a log of 100,000 events, in a new engine, to the run's output.</summary>
    public static Workload Resume(int rounds)
    {
        var folder = new ScratchFolder();
        var runs = 0;
        return new("durable-resume-100000", Meter.Reported("s"), [new Peer("graflow", 1, ResumeAsync)])
        {
            Floor = "graflow",
            Rounds = rounds,
            Bounds = [Bound.AtMost(0.5, "s")],
            Cleanup = folder.Dispose,
        };

        async ValueTask<double> ResumeAsync()
        {
            var id = $"run-{runs++}";
            await ParkAsync(folder.Path, id);
            GC.Collect();
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            await using var engine = new WorkflowEngine(options => options.UseFileLog(folder.Path));
            var run = await engine.ResumeAsync(DurableFlows.Wide, id);
            await engine.SignalAsync(id, "go", 1);
            var result = await run.Completion;
            var elapsed = System.Diagnostics.Stopwatch.GetElapsedTime(started);
            folder.Clear();
            return result == Elements + 1 ? elapsed.TotalSeconds : throw new WrongResultException($"The resumed run yields {result}, not {Elements + 1}.");
        }
    }

    /// <summary>Bytes of the log for each finished task, payloads included.</summary>
    public static Workload LogSize()
    {
        var folder = new ScratchFolder();
        return new("durable-log-size", Meter.Reported("B/task"), [new Peer("graflow", DurableFlows.ChainLength, MeasureAsync)])
        {
            Floor = "graflow",
            Rounds = 1,
            Bounds = [Bound.AtMost(60 + sizeof(int), "B/task")],
            Cleanup = folder.Dispose,
        };

        async ValueTask<double> MeasureAsync()
        {
            await RunAsync(DurableFlows.Long, folder, Durability.Async, clear: false);
            var bytes = folder.Bytes;
            folder.Clear();
            return bytes / (double)DurableFlows.ChainLength;
        }
    }

    private static Meter MicrosecondsPerTask { get; } = new("us/task", sample => sample.Elapsed.TotalMicroseconds / sample.Operations);

    private static Meter TasksPerSecond { get; } = new("tasks/s", sample => sample.Operations / sample.Elapsed.TotalSeconds, HigherIsBetter: true);

    private static async ValueTask<double> RunAsync(Flow<int, int> flow, ScratchFolder folder, Durability durability, bool clear = true)
    {
        double result;
        await using (var engine = new WorkflowEngine(options => options.UseFileLog(folder.Below("runs"), log => log.Durability = durability)))
        {
            result = await engine.RunAsync(flow, 0, InProcess.GraflowPeer.Options);
        }

        if (clear)
        {
            folder.Clear();
        }

        return result;
    }

    private static async Task ParkAsync(string folder, string id)
    {
        await using var engine = new WorkflowEngine(options => options.UseFileLog(folder));
        var run = await engine.StartAsync(DurableFlows.Wide, (IReadOnlyList<int>)[.. Enumerable.Range(0, Elements)], new RunOptions { RunId = id });
        await foreach (var happened in run.Events)
        {
            if (happened is TaskSucceeded { TaskId: "DurableFlows.Count" })
            {
                break;
            }
        }
    }

    private static void End(BareAppend append, SqliteSteps? sqlite, ScratchFolder folder)
    {
        append.Dispose();
        sqlite?.Dispose();
        folder.Dispose();
    }
}
