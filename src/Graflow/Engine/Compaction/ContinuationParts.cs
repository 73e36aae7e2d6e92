using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>A record of the kind <see cref="RecordKind.TaskContinued"/>.</summary>
/// <param name="Task">Who continued.</param>
/// <param name="Owner">In whose place it goes on.</param>
/// <param name="Frame">The frame that it opened; 0 for another round of the task itself.</param>
/// <param name="Effects">What else the task did.</param>
internal readonly record struct ContinuationParts(VertexKey Task, VertexKey Owner, int Frame, EffectParts Effects)
{
    internal static ContinuationParts Read(ref RecordReader reader)
    {
        var task = reader.Key();
        _ = (reader.Number(), reader.Number());
        var owner = reader.Key();
        reader.Number();
        var frame = reader.Number();
        reader.Block();
        reader.Number();
        reader.Bytes();
        return new ContinuationParts(task, owner, frame, EffectParts.Read(ref reader));
    }
}
