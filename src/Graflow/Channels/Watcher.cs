using System.Threading.Channels;

namespace Graflow.Channels;

/// <summary>One reader of a key's changes, who gets each value as it was at the moment of the change. Told under the channel's lock, never waits.</summary>
internal sealed class Watcher(string key)
{
    private readonly Channel<(ChannelChangeKind Kind, Cell Cell)> _changes =
        Channel.CreateUnbounded<(ChannelChangeKind, Cell)>(new UnboundedChannelOptions { SingleReader = true });

    internal string Key { get; } = key;

    internal void Post(ChannelChangeKind kind, Cell cell) => _changes.Writer.TryWrite((kind, cell.Frozen));

    internal void Complete() => _changes.Writer.TryComplete();

    internal IAsyncEnumerable<(ChannelChangeKind Kind, Cell Cell)> ReadAllAsync(CancellationToken cancellationToken) =>
        _changes.Reader.ReadAllAsync(cancellationToken);
}
