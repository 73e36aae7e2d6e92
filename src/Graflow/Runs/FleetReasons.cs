using System.Globalization;
using Graflow.Fleets;

namespace Graflow.Runs;

/// <summary>Finds what keeps a run of a fleet from going on: what its log tells, and where its tasks and its driver are.</summary>
internal static class FleetReasons
{
    // More of the same kind say nothing that these do not.
    private const int MostTasks = 20;

    internal static IReadOnlyList<RunReason> Of(RunInfo run, IReadOnlyList<RunEvent> events, FleetRun where)
    {
        var handedOver = where.Tasks.Select(static task => task.Path).ToHashSet(StringComparer.Ordinal);
        // What workers run, their queues know better.
        var told = RunReasons.OfTasks(run, RunReasons.StillOpen(events).Where(happened => happened is not TaskStarted { Worker: not null } && !handedOver.Contains(happened.TaskId)));
        var tasks = where.Tasks.Select(Of).OrderByDescending(static reason => reason.Kind).ThenBy(static reason => reason.TaskId, StringComparer.Ordinal).Take(MostTasks).ToList();
        List<RunReason> reasons = [OfDriver(run, where), .. tasks, .. told];
        if (where.TaskCount > tasks.Count)
        {
            reasons.Add(new RunReason(RunReasonKind.Running, string.Create(CultureInfo.InvariantCulture, $"{where.TaskCount - tasks.Count:N0} more tasks of the run are in queues or workers.")));
        }

        return reasons;
    }

    private static RunReason OfDriver(RunInfo run, FleetRun where)
    {
        if (where.DrivenBy is { } driver)
        {
            return new RunReason(RunReasonKind.Running, $"Run {run.RunId} is driven by {driver}, whose lease holds until {RunReasons.At(where.LeaseEnd)} unless it is renewed.");
        }

        var since = where.WaitsSince ?? run.LastWriteAt;
        var waits = $"Run {run.RunId} waits for a driver since {RunReasons.At(since)}";
        var text = where switch
        {
            { WaitsSince: null } => $"Nobody drives run {run.RunId} since {RunReasons.At(since)}; if its driver is gone, a worker finds that out when the lease has ended. Or go on with it: runs resume {run.RunId}.",
            { Drivers: [_, ..] able } => $"{waits}; {Names(able)} can drive it and will when there is a place free.",
            _ => $"{waits}, and no live worker that drives runs knows its flow, {where.Flow}. Start a worker of a program that has the workflow just as it was, or go on with the run here: runs resume {run.RunId}.",
        };
        return new RunReason(RunReasonKind.WaitingForDriver, text) { Since = since };
    }

    private static RunReason Of(FleetTask task)
    {
        var (kind, text) = task switch
        {
            { Worker: { } worker } => (RunReasonKind.Running, $"{task.Path} runs in {worker}{Delivery(task)}, whose lease holds until {RunReasons.At(task.LeaseEnd)} unless it is renewed."),
            { Serving: [] } => (RunReasonKind.WaitingForWorker, $"{task.Path} waits in the queue \"{task.Queue}\", which no live worker serves. Start one: worker --queues {task.Queue}."),
            { Knowing: [] } => (RunReasonKind.WaitingForWorker, $"{task.Path} waits in the queue \"{task.Queue}\", and of the workers that serve it ({Names(task.Serving)}) none has the task {task.TaskId}. Deploy a build that has it."),
            _ => (RunReasonKind.WaitingForWorker, $"{task.Path} waits in the queue \"{task.Queue}\"{Ahead(task)}; {Names(task.Knowing)} will run it when there is a place free."),
        };
        return new RunReason(kind, text) { TaskId = task.Path };
    }

    private static string Delivery(FleetTask task) => task.Deliveries > 1 ? string.Create(CultureInfo.InvariantCulture, $" (delivery {task.Deliveries})") : "";

    private static string Ahead(FleetTask task) => task.Ahead > 0 ? string.Create(CultureInfo.InvariantCulture, $" behind {task.Ahead:N0} of its kind") : "";

    private static string Names(IReadOnlyList<string> workers) => workers.Count <= 3 ? string.Join(", ", workers) : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", workers.Take(3))} and {workers.Count - 3} more");
}
