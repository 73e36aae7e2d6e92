using Graflow.CompilerServices;
using Graflow.Engine;
using Graflow.Logs;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Tests.DurableRuns;

/// <summary>Runs a flow once, then once more from each of its journal's beginnings, as if the process had died there.</summary>
internal sealed class CrashSweep<TIn, TOut>
{
    private const string RunId = "run";

    private readonly IExecutable<TIn, TOut> _flow;
    private readonly Func<IReadOnlyList<string>> _effects;
    private readonly TIn _input;
    private int _taken;

    /// <param name="name">The workflow's name, unique in all tests.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="effects">What its bodies did up to now, one entry for each call.</param>
    /// <param name="input">Its input.</param>
    internal CrashSweep(string name, IExecutable<TIn, TOut> flow, Func<IReadOnlyList<string>> effects, TIn input)
    {
        (_flow, _effects, _input) = (flow, effects, input);
        GraflowRegistry.Add(new WorkflowRegistration<TIn, TOut>(name, () => flow));
    }

    /// <summary>Whether bodies run in the order of the flow, so that every run makes the same journal.</summary>
    internal Execution Execution { get; init; } = Execution.Direct;

    /// <summary>After how many records the process dies; after every one by default.</summary>
    internal Func<int, bool> Dies { get; init; } = static _ => true;

    /// <summary>Whether each call of a body has an effect of its own.</summary>
    internal bool AreDistinct { get; init; } = true;

    /// <summary>How the run differs.</summary>
    internal RunOptions Options { get; init; } = new();

    /// <summary>What there is to compare of a result.</summary>
    internal Func<Run<TOut>, Task<string>> Describe { get; init; } = static async run =>
    {
        try
        {
            return $"{await run.Completion.OrHang()}";
        }
        catch (Exception exception) when (exception is not TimeoutException)
        {
            return exception.Message;
        }
    };

    /// <summary>Every beginning of the journal leads to the same result, and no body that finished runs again.</summary>
    /// <returns>The journal of the undisturbed run.</returns>
    internal async Task<IReadOnlyList<ReadOnlyMemory<byte>>> RunAsync(string expected)
    {
        var store = new MemoryRunStore(TimeProvider.System);
        var (result, told) = await RunOnceAsync(store, isResumed: false);
        Assert.Equal(expected, result);
        var all = Take();
        var records = (await store.ReadAsync(RunId, CancellationToken.None)).Records;
        for (var count = 1; count <= records.Count; count++)
        {
            if (count != records.Count && !Dies(count))
            {
                continue;
            }

            var prefix = records.Take(count).ToArray();
            (result, var events) = await RunOnceAsync(await StoreOf(prefix), isResumed: true);
            Assert.Equal($"{count} of {records.Count}: {expected}", $"{count} of {records.Count}: {result}");
            if (count == records.Count && Execution == Execution.Direct)
            {
                Assert.Equal(told, events);
            }

            var again = Take();
            Assert.True(!AreDistinct || again.Count == again.Distinct().Count(), $"{count}: a body ran twice: {string.Join(' ', again)}");
            Assert.True(again.All(all.Contains), $"{count}: a body ran that never ran before: {string.Join(' ', again.Except(all))}");
            Assert.True(all.Count - Finished(prefix) == again.Count, $"{count}: {Finished(prefix)} of {all.Count} bodies had finished and {again.Count} ran: {string.Join(' ', again)}");
            await CompareCompactedAsync(prefix, result, again);
        }

        return records;
    }

    /// <summary>Without the records that were overtaken, the run goes on in the same way; nothing more can be left out.</summary>
    private async Task CompareCompactedAsync(ReadOnlyMemory<byte>[] prefix, string expected, List<string> effects)
    {
        if (RunHistory.Read(new JournalContent(prefix)).End is not null)
        {
            return;
        }

        var compacted = JournalCompaction.Of(new JournalContent(prefix));
        var (result, _) = await RunOnceAsync(await StoreOf(compacted), isResumed: true);
        Assert.Equal($"{prefix.Length} compacted to {compacted.Count}: {expected}", $"{prefix.Length} compacted to {compacted.Count}: {result}");
        Assert.Equal(effects.Order(), Take().Order());
        var (before, after) = (RunHistory.Read(new JournalContent(prefix)), RunHistory.Read(new JournalContent(compacted)));
        Assert.Equal((before.Steps, before.LastFrame), (after.Steps, after.LastFrame));
        Assert.Equal(before.SignalIds.Order(), after.SignalIds.Order());
        Assert.Equal(before.PendingSignals.Select(static signal => signal.Id), after.PendingSignals.Select(static signal => signal.Id));
        Assert.Equal(compacted.Skip(1).Select(Hex), JournalCompaction.Of(new JournalContent(compacted)).Skip(1).Select(Hex));
    }

    private static string Hex(ReadOnlyMemory<byte> record) => Convert.ToHexString(record.Span);

    private async Task<(string Result, List<string> Events)> RunOnceAsync(MemoryRunStore store, bool isResumed)
    {
        await using var engine = new WorkflowEngine(o => (o.RunStore, o.Execution) = ((_, _) => store, Execution));
        await using var run = isResumed ? await engine.ResumeAsync(_flow, RunId) : await engine.StartAsync(_flow, _input, Options with { RunId = RunId });
        return (await Describe(run), await run.Events.Where(static told => told is not ChannelChanged).Select(Tell).ToListAsync());
    }

    private static string Tell(RunEvent told) => told switch
    {
        TaskFailed failed => $"failed {failed.TaskId} {failed.Failure.TaskId} {failed.Failure.Message} {failed.WillRetryAt is null}",
        TaskSkipped skipped => $"skipped {skipped.TaskId} {skipped.Failure?.TaskId}",
        TaskContinued continued => $"continued {continued.TaskId} {continued.Iteration} {continued.Target}",
        TaskStarted started => $"started {started.TaskId} {started.Attempt}",
        GroupSettled settled => $"settled {settled.TaskId} {settled.Succeeded} {string.Join(' ', settled.Failed.Select(static branch => $"{branch.TaskId} {branch.Failure?.Message}"))} {settled.HasFailed}",
        MapStarted map => $"map {map.TaskId} {map.Elements}",
        TaskEvent task => $"{task.GetType().Name} {task.TaskId}",
        _ => $"{told.GetType().Name}",
    };

    internal static async Task<MemoryRunStore> StoreOf(IEnumerable<ReadOnlyMemory<byte>> records)
    {
        var store = new MemoryRunStore(TimeProvider.System);
        await using var journal = (await store.TryCreateAsync(RunId, CancellationToken.None))!;
        foreach (var record in records)
        {
            journal.Append(record.Span);
        }

        return store;
    }

    private List<string> Take()
    {
        List<string> effects = [.. _effects().Skip(_taken)];
        _taken += effects.Count;
        return effects;
    }

    /// <summary>How many calls of bodies a journal knows the end of.</summary>
    internal static int Finished(IEnumerable<ReadOnlyMemory<byte>> records) => records.Count(static record =>
    {
        var reader = new RecordReader(record);
        if (reader.Kind is not (RecordKind.TaskSucceeded or RecordKind.TaskFailed or RecordKind.TaskContinued))
        {
            return false;
        }

        _ = (reader.Key(), reader.Number(), reader.Number());
        return reader.Kind == RecordKind.TaskContinued || ((SuccessFlags)reader.Byte() & (SuccessFlags.OfFrame | SuccessFlags.Signal)) == 0;
    });
}
