namespace Graflow.Logs;

/// <summary>What a journal tells, by what asks for it when the run goes on.</summary>
internal sealed class RunHistory
{
    /// <summary>The changes of the channel, in the order in which they were applied.</summary>
    internal List<ReadOnlyMemory<byte>> ChannelOperations { get; } = [];

    /// <summary>Signals that no wait has taken, in order.</summary>
    internal List<Signal> PendingSignals { get; } = [];
}
