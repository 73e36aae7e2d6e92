using Graflow.Channels;
using Graflow.CompilerServices;
using Graflow.Payloads;

namespace Graflow.Engine;

/// <summary>A run's channel: made when first asked for, with the values that the run's options give it.</summary>
internal sealed class RunChannel
{
    private readonly MemoryChannel _channel;

    internal RunChannel(RunScope scope)
    {
        _channel = new MemoryChannel(scope.Time);
        if (scope.Options.Channel is { } initialize)
        {
            var writer = new ChannelWriter();
            initialize(writer);
            Commit(writer.Writes);
        }

        if (scope.Recorder is { } recorder)
        {
            _channel.Changed = change => recorder.ChannelChanged(change.Key, change.Kind);
        }
    }

    internal IChannel Open => _channel;

    /// <exception cref="GraflowException">A write does not fit what the channel holds; none was applied.</exception>
    internal void Commit(IReadOnlyList<ChannelWrite> writes) =>
        _channel.CommitAsync(writes, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <summary>Applies recorded writes, all or none, after they were written down.</summary>
    /// <param name="writes">The writes.</param>
    /// <param name="journal">Writes down what they do, before it is seen by anybody.</param>
    /// <exception cref="GraflowException">A write does not fit what the channel holds, or cannot be written down; none was applied.</exception>
    internal void Commit(IReadOnlyList<ChannelWrite> writes, Action<ReadOnlySpan<byte>> journal)
    {
        using var buffer = PooledBuffer.Rent();
        var writer = new PayloadWriter(buffer);
        foreach (var write in writes)
        {
            ChannelWriteTransfer.Write(ref writer, write);
        }

        writer.Flush();
        journal(buffer.Written);
        Commit(writes);
    }

    /// <summary>The run ended: nobody waits for changes any more.</summary>
    internal void Complete() => _channel.Complete();
}
