using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>A record of the kind <see cref="RecordKind.TaskSucceeded"/>.</summary>
/// <param name="Task">Who succeeded.</param>
/// <param name="Signal">The signal that it took; null where it took none.</param>
/// <param name="Effects">What else the task did.</param>
internal readonly record struct SuccessParts(VertexKey Task, string? Signal, EffectParts Effects)
{
    internal static SuccessParts Read(ref RecordReader reader)
    {
        var task = reader.Key();
        _ = (reader.Number(), reader.Number());
        var flags = (SuccessFlags)reader.Byte();
        var signal = flags.HasFlag(SuccessFlags.Signal) ? reader.Text() : null;
        if (!flags.HasFlag(SuccessFlags.Effects))
        {
            return new SuccessParts(task, signal, EffectParts.None);
        }

        reader.Block();
        return new SuccessParts(task, signal, EffectParts.Read(ref reader));
    }
}
