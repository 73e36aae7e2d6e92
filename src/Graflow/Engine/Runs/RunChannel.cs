using Graflow.Channels;

namespace Graflow.Engine;

/// <summary>A run's channel: made when first asked for, with the values that the run's options give it.</summary>
internal sealed class RunChannel
{
    private readonly MemoryChannel _channel;

    internal RunChannel(RunScope scope)
    {
        _channel = new MemoryChannel(scope.Time);
        if (scope.Durable is { } durable)
        {
            _channel.Restore(durable.History?.Channel.Select(static changes => changes.Steps) ?? []);
            _channel.Journal = new ChannelJournal(durable.ChannelChanged, durable.CommitAsync);
        }

        if (scope.Options.Channel is { } initialize)
        {
            var writer = new ChannelWriter();
            initialize(writer);
            _channel.Commit(writer.Writes, scope.Durable is { } run ? steps => run.InitialChannel = steps.ToArray() : null);
        }

        if (scope.Recorder is { } recorder)
        {
            _channel.Changed = change => recorder.ChannelChanged(change.Key, change.Kind);
        }
    }

    internal IChannel Open => _channel;

    /// <exception cref="GraflowException">A write does not fit what the channel holds; none was applied.</exception>
    internal void Commit(IReadOnlyList<ChannelWrite> writes) => _channel.Commit(writes);

    /// <summary>Applies recorded writes, all or none, after they were written down.</summary>
    /// <param name="writes">The writes.</param>
    /// <param name="journal">Writes down what they do, before it is seen by anybody.</param>
    /// <exception cref="GraflowException">A write does not fit what the channel holds, or cannot be written down; none was applied.</exception>
    internal void Commit(IReadOnlyList<ChannelWrite> writes, Action<ReadOnlySpan<byte>> journal) => _channel.Commit(writes, journal);

    /// <summary>The run ended: nobody waits for changes any more.</summary>
    internal void Complete() => _channel.Complete();
}
