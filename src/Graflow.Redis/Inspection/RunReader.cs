using Graflow.Fleets;
using Graflow.Redis.Scripts;

namespace Graflow.Redis.Inspection;

/// <summary>Reads the whereabouts of a run out of the script's answer.</summary>
internal readonly struct RunReader(Reply reply)
{
    internal FleetRun Read()
    {
        List<(FleetWorker Worker, HashSet<string> Known)> workers =
            [.. reply[8].Items.Select(static worker => (WorkerReader.Read(worker), worker[2].Texts.ToHashSet(StringComparer.Ordinal)))];
        var flow = TextOf(reply[1]);
        return new FleetRun(flow)
        {
            DrivenBy = TextOf(reply[2]),
            LeaseEnd = TimeOf(reply[3]),
            WaitsSince = TimeOf(reply[4]),
            HasEnded = reply[5].Number == 1,
            Drivers = [.. workers.Where(other => other.Worker.Drives && flow is not null && other.Known.Contains(flow)).Select(static other => other.Worker.Id)],
            TaskCount = reply[6].Number,
            Tasks = [.. reply[7].Items.Select(task => TaskOf(task, workers))],
        };
    }

    private static FleetTask TaskOf(Reply task, List<(FleetWorker Worker, HashSet<string> Known)> workers)
    {
        var (taskId, queue) = (task[1].Text, task[2].Text);
        var serving = workers.Where(other => WorkerReader.QueuesOf(other.Worker).Contains(queue)).ToList();
        return new FleetTask(task[0].Text, taskId, queue)
        {
            Attempt = (int)task[3].Number,
            Deliveries = (int)task[4].Number,
            Worker = TextOf(task[5]),
            LeaseEnd = TimeOf(task[6]),
            Ahead = Math.Max(task[7].Number, 0),
            Serving = [.. serving.Select(static other => other.Worker.Id)],
            Knowing = [.. serving.Where(other => other.Known.Contains(taskId)).Select(static other => other.Worker.Id)],
        };
    }

    private static string? TextOf(Reply value) => value.Text is { Length: > 0 } text ? text : null;

    private static DateTimeOffset? TimeOf(Reply value) => TextOf(value) is null ? null : value.Time;
}
