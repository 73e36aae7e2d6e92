using Graflow.Channels;

namespace Graflow.Redis.Tasks;

/// <summary>What became of a claimed task.</summary>
/// <param name="Name">The task.</param>
/// <param name="Nonce">Its claim.</param>
/// <param name="Kind">How it ended.</param>
/// <param name="Value">The output, or the failure, encoded.</param>
internal readonly record struct FinishedTask(string Name, byte[] Nonce, FinishKind Kind, byte[] Value)
{
    /// <summary>What it recorded for its run's channel, to be applied with its success.</summary>
    internal IReadOnlyList<ChannelWrite> Writes { get => field ?? []; init; }

    internal string KindText => Kind switch
    {
        FinishKind.Succeeded => "done",
        FinishKind.Failed => "failed",
        _ => "back",
    };
}
