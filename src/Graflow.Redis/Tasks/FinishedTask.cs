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

    /// <summary>The how-manyth claim of the attempt it was.</summary>
    internal int Delivery { get; init; }

    /// <summary>How long the worker had it, until its body ended.</summary>
    internal TimeSpan Elapsed { get; init; }

    /// <summary>How it ended, and, where something came of it, how it was run.</summary>
    /// <param name="worker">By whom.</param>
    internal byte[] EndOf(string worker) =>
        Kind == FinishKind.HandedBack ? [(byte)'b'] : new TaskDelivery(worker, Delivery, Elapsed).Write(Kind == FinishKind.Succeeded ? (byte)'d' : (byte)'f');
}
