using Graflow.Channels;

namespace Graflow.Redis.Tasks;

/// <summary>What became of a claimed task.</summary>
/// <param name="Name">The task.</param>
/// <param name="Attempt">Which attempt of it.</param>
/// <param name="Nonce">Its claim.</param>
/// <param name="Kind">How it ended.</param>
/// <param name="Value">The output, or the failure, encoded.</param>
internal readonly record struct FinishedTask(string Name, int Attempt, byte[] Nonce, FinishKind Kind, byte[] Value)
{
    /// <summary>What it recorded for its run's channel, to be applied with its success.</summary>
    internal IReadOnlyList<ChannelWrite> Writes { get => field ?? []; init; }

    internal string KindText => Kind switch
    {
        FinishKind.Succeeded => "d",
        FinishKind.Failed => "f",
        _ => "b",
    };
}
