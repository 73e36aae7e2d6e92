using Graflow.Channels;

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

    /// <summary>The run ended: nobody waits for changes any more.</summary>
    internal void Complete() => _channel.Complete();
}
