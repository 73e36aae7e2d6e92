using Graflow.Channels;
using Graflow.Fleets;

namespace Graflow.Engine;

/// <summary>A run's channel: made when first asked for, with the values that the run's options give it. Where the run's store keeps the channel, it is just shown.</summary>
internal sealed class RunChannel
{
    // Those of the run's options, which are there before any task.
    private const string FirstWrites = "run";

    private readonly MemoryChannel? _channel;

    internal RunChannel(RunScope scope)
    {
        if (scope.Durable is { StoredChannel: { } stored })
        {
            Open = stored;
            return;
        }

        Open = _channel = new MemoryChannel(scope.Time);
        if (scope.Durable is { } durable)
        {
            _channel.Restore(durable.History?.Channel.Select(static changes => changes.Steps) ?? []);
            _channel.Journal = new ChannelJournal(durable.ChannelChanged, durable.CommitAsync);
        }

        if (scope.Options.Channel is not null)
        {
            _channel.Commit(WritesOf(scope.Options), scope.Durable is { } run ? steps => run.InitialChannel = steps.ToArray() : null);
        }

        if (scope.Recorder is { } recorder)
        {
            _channel.Changed = change => recorder.ChannelChanged(change.Key, change.Kind);
        }
    }

    internal IChannel Open { get; }

    /// <summary>Puts what the run's options say into a channel that the run's store keeps: once, however often the run is begun.</summary>
    internal static Task InitializeAsync(IStoredChannel channel, RunOptions options, CancellationToken ct) =>
        options.Channel is null ? Task.CompletedTask : channel.CommitAsync(WritesOf(options), FirstWrites, ct);

    /// <exception cref="GraflowException">A write does not fit what the channel holds; none was applied.</exception>
    internal void Commit(IReadOnlyList<ChannelWrite> writes) => _channel!.Commit(writes);

    /// <summary>Applies recorded writes, all or none, after they were written down.</summary>
    /// <param name="writes">The writes.</param>
    /// <param name="journal">Writes down what they do, before it is seen by anybody.</param>
    /// <exception cref="GraflowException">A write does not fit what the channel holds, or cannot be written down; none was applied.</exception>
    internal void Commit(IReadOnlyList<ChannelWrite> writes, Action<ReadOnlySpan<byte>> journal) => _channel!.Commit(writes, journal);

    /// <summary>The run ended: nobody waits for changes any more.</summary>
    internal void Complete() => _channel?.Complete();

    private static IReadOnlyList<ChannelWrite> WritesOf(RunOptions options)
    {
        var writer = new ChannelWriter();
        options.Channel!(writer);
        return writer.Writes;
    }
}
