using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>A record of the kind <see cref="RecordKind.TaskFailed"/>.</summary>
/// <param name="Task">Who failed.</param>
/// <param name="IsFinal">Whether no attempt follows.</param>
internal readonly record struct FailureParts(VertexKey Task, bool IsFinal)
{
    internal static FailureParts Read(ref RecordReader reader)
    {
        var (task, _, _, _, retryAt) = (reader.Key(), reader.Number(), reader.Number(), reader.Byte(), reader.ULong());
        return new FailureParts(task, retryAt == 0);
    }
}
