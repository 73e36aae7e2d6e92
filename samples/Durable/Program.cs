// A run that outlives its process: every result is in a log on disk before the next task begins, so whoever starts the program again goes on where it died.
using System.Diagnostics;
using Graflow;

await using var engine = new WorkflowEngine(o => o.UseFileLog("runs"));

// At program start: everything that a crash left behind. Finished tasks are not run again, their values come out of the log.
foreach (var left in await engine.ResumeAllAsync())
{
    Console.WriteLine($"resumed: {left.RunId}");
}

// The id says what the run is about, and so the second start with it is not a second import, but the same one.
var run = await engine.StartAsync(Import.Nightly, (6, 1), new RunOptions { RunId = "import-2025-06-01" });
Console.WriteLine(await run.Completion);

internal static partial class Import
{
    /// <summary>A loop: what it asked for last is in the log, so it goes on in the round in which it was.</summary>
    [Task]
    public static Next<int> Probe((int Files, int Round) state)
    {
        Note($"probe, round {state.Round}");
        return state.Round == 3 ? state.Files : Next.To(Tasks.Probe, (state.Files, state.Round + 1));
    }

    [Task]
    public static int[] List(int files)
    {
        Note("list");
        return [.. Enumerable.Range(1, files)];
    }

    /// <summary>Loads a file; the fourth one takes the whole process down, once.</summary>
    [Task]
    public static int Load(int file, TaskContext context)
    {
        if (file == 4 && !File.Exists("crashed"))
        {
            File.WriteAllText("crashed", "");
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }

        // What must not happen twice out there goes by this key: the same for all attempts, also after a crash.
        Note($"load {file} as {context.IdempotencyKey}");
        return file * 100;
    }

    [Task]
    public static string Publish(IReadOnlyList<int> rows)
    {
        Note("publish");
        return $"{rows.Sum()} rows from {rows.Count} files";
    }

    [Workflow]
    public static Flow<(int Files, int Round), string> Nightly { get; } =
        Tasks.Probe >> Tasks.List >> Tasks.Load.ForEach(maxConcurrency: 1) >> Tasks.Publish;

    private static void Note(string effect) => File.AppendAllText("effects.txt", $"{effect}\n");
}
