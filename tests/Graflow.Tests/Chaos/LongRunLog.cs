using Graflow.TestProgram;
using Graflow.Tests.DurableRuns;
using Graflow.Tests.Engine;
using Graflow.Tests.Logs;
using Xunit;

namespace Graflow.Tests.Chaos;

/// <summary>The log of one long run, and the file in which its bodies count their calls, outside of it.</summary>
internal sealed class LongRunLog : IDisposable
{
    private readonly LogFolder _folder = new();

    internal LongRunLog() => LongRun.SetEffects(RunId, Effects);

    internal string RunId { get; } = $"long-{Guid.NewGuid():N}";

    internal string Path => _folder.Path;

    internal string Effects => System.IO.Path.Combine(_folder.Path, ".effects");

    internal string Segment => Assert.Single(_folder.Segments(RunId));

    /// <summary>Where the run's files are.</summary>
    internal string RunFolder => _folder.FolderOf(RunId);

    internal IReadOnlyList<string> Calls => LongRun.ReadEffects(Effects);

    /// <summary>An engine, as another process has one.</summary>
    internal WorkflowEngine Connect(FaultyDisk? disk = null, Action<FileLogOptions>? configure = null)
    {
        Graflow.Generated.Graflow_TestProgram.Module.Register();
        return new WorkflowEngine(o => o.UseFileLog(_folder.Path, log =>
        {
            log.Disk = disk ?? new FaultyDisk { SkipsFlush = true };
            configure?.Invoke(log);
        }));
    }

    internal async Task<Run<string>> StartAsync(WorkflowEngine engine, int padding = 0)
    {
        var run = await engine.StartAsync(LongRun.Everything, 1, LongRun.OptionsFor(RunId, padding));
        try
        {
            await LongRun.ApproveAsync(engine, RunId);
        }
        catch (RunLogException)
        {
            // Its end is what the test looks at.
        }

        return run;
    }

    /// <summary>How many calls of bodies the log knows the end of.</summary>
    internal async Task<int> FinishedAsync()
    {
        await using var store = _folder.Connect();
        try
        {
            return CrashSweep<int, string>.Finished((await store.ReadAsync(RunId, CancellationToken.None)).Records);
        }
        catch (RunNotFoundException)
        {
            return 0;
        }
    }

    /// <summary>The run goes on, or begins, and yields what it always does; what had finished did not run again, and all else ran once.</summary>
    /// <param name="when">What happened before.</param>
    /// <param name="inFlight">How many bodies may have run whose end the log does not know.</param>
    /// <param name="disk">What the log is on.</param>
    internal async Task AssertGoesOnAsync(string when, int inFlight = 1, FaultyDisk? disk = null)
    {
        var (before, finished) = (Calls, await FinishedAsync());
        Assert.True(before.Count - finished >= 0 && before.Count - finished <= inFlight, $"{when}: {before.Count} bodies had run, {finished} had finished.");
        await using var engine = Connect(disk);
        await using var run = await StartAsync(engine);
        var result = await run.Completion.OrHang();
        Assert.Equal($"{when}: {LongRun.Result}", $"{when}: {result}");
        var all = Calls;
        Assert.True(LongRun.Bodies - finished == all.Count - before.Count, $"{when}: {finished} of {LongRun.Bodies} had finished, and {all.Count - before.Count} ran: {string.Join(' ', all.Skip(before.Count))}");
        Assert.True(LongRun.Bodies == all.Distinct().Count(), $"{when}: {all.Distinct().Count()} different bodies ran.");
        var again = all.Skip(before.Count).ToList();
        Assert.True(again.Count == again.Distinct().Count(), $"{when}: a body ran twice after the resume.");
    }

    public void Dispose() => _folder.Dispose();
}
