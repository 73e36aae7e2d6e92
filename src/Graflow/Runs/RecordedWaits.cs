using Graflow.Logs;

namespace Graflow.Runs;

/// <summary>Finds the waits of a run in the flows that this program has: its own, and those that its tasks continued with.</summary>
internal static class RecordedWaits
{
    /// <exception cref="SignalRefusedException">The run has ended, or has no such wait.</exception>
    /// <exception cref="FlowDefinitionException">The program has not the run's workflow.</exception>
    internal static IWaitVertex Find(string runId, JournalContent content, (string Name, string? Key) wanted)
    {
        var start = RunStartedRecord.Of(runId, content);
        var signal = new Signal("", wanted.Name, wanted.Key, "", default);
        if (RecordedRun.EndOf(content) is not null)
        {
            throw SignalRefusedException.RunEnded(runId, signal);
        }

        List<FlowPlan> plans = [ProgramPlan.Of(start), .. content.Records.SelectMany(static record => PlansIn(new RecordReader(record)))];
        var waits = plans.SelectMany(WaitsIn).ToList();
        return waits.FirstOrDefault(wait => wait.Name == wanted.Name && wait.Key is { } key && key == wanted.Key)
            ?? waits.FirstOrDefault(wait => wait.Name == wanted.Name)
            ?? throw SignalRefusedException.NoWait(runId, signal, WaitEnd.None, [.. waits.Select(static wait => wait.Name).OfType<string>().Distinct()]);
    }

    private static IEnumerable<IWaitVertex> WaitsIn(FlowPlan plan) =>
        plan.Vertices.OfType<IWaitVertex>().Where(static wait => wait.Name is not null).Concat(plan.Vertices.OfType<MapVertex>().SelectMany(static map => WaitsIn(map.Body)));

    /// <summary>The plans that a record opens.</summary>
    private static List<FlowPlan> PlansIn(RecordReader reader)
    {
        var plans = new List<FlowPlan>();
        if (reader.Kind == RecordKind.TaskContinued)
        {
            var (_, _, _, _, _, frame, target) = (reader.Key(), reader.Number(), reader.Number(), reader.Key(), reader.Number(), reader.Number(), reader.Block());
            _ = (reader.Number(), reader.Bytes());
            Add(plans, frame == 0 ? null : RecordedTarget.TryRead(target));
            AddSideTasks(plans, ref reader);
        }
        else if (reader.Kind == RecordKind.TaskSucceeded)
        {
            var (_, _, _, flags) = (reader.Key(), reader.Number(), reader.Number(), (SuccessFlags)reader.Byte());
            _ = flags.HasFlag(SuccessFlags.Signal) ? reader.Text() : null;
            if (flags.HasFlag(SuccessFlags.Effects))
            {
                reader.Block();
                AddSideTasks(plans, ref reader);
            }
        }

        return plans;
    }

    private static void AddSideTasks(List<FlowPlan> plans, ref RecordReader reader)
    {
        for (var count = reader.Number(); count > 0; count--)
        {
            _ = (reader.Number(), reader.Key(), reader.Number(), reader.Text());
            Add(plans, RecordedTarget.TryRead(reader.Block()));
            _ = (reader.Number(), reader.Bytes());
        }
    }

    private static void Add(List<FlowPlan> plans, NextTarget? target)
    {
        if (target is not null)
        {
            plans.Add(target.Plan);
        }
    }
}
