using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>What a record says that a task did besides its value.</summary>
/// <param name="SideTasks">The frames of its side tasks, and the frame that each belongs to.</param>
/// <param name="Channel">Changes of the channel; empty where there are none.</param>
internal readonly record struct EffectParts(IReadOnlyList<(int Frame, int Scope)> SideTasks, ReadOnlyMemory<byte> Channel)
{
    internal static EffectParts None { get; } = new([], default);

    internal static EffectParts Read(ref RecordReader reader)
    {
        var tasks = new List<(int, int)>();
        for (var count = reader.Number(); count > 0; count--)
        {
            tasks.Add((reader.Number(), reader.Key().Frame));
            reader.Number();
            reader.Text();
            reader.Block();
            reader.Number();
            reader.Bytes();
        }

        return new EffectParts(tasks, reader.Rest());
    }
}
