using Graflow.Channels;
using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>What takes effect with a task's success, all or nothing: writes to the channel and side tasks.</summary>
/// <param name="writes">The writes.</param>
/// <param name="sideTasks">The side tasks, with the number of the frame of each.</param>
internal sealed class TaskEffects(IReadOnlyList<ChannelWrite> writes, IReadOnlyList<SideTask> sideTasks)
{
    internal static TaskEffects None { get; } = new([], []);

    internal IReadOnlyList<ChannelWrite> Writes => writes;

    /// <exception cref="NotSerializableException">A target cannot be written, or its input has no codec.</exception>
    internal void WriteSideTasks(in RecordWriter record, DurableRun durable)
    {
        record.Number(sideTasks.Count);
        foreach (var task in sideTasks)
        {
            record.Number(task.FrameNumber);
            record.Key(durable.KeyOf(task.Anchor));
            record.Number(task.Number);
            record.Text(task.SpawnerPath);
            durable.WriteTarget(record, task.Target);
        }
    }
}
