using System.Threading.Channels;

namespace Graflow.Channels;

/// <summary>Takes each value in the reader's type at the moment of the change, so that what waits unread never changes.</summary>
internal sealed class Watcher<T>(string key) : Watcher(key)
{
    private readonly Channel<ChannelChange<T>> _changes =
        Channel.CreateUnbounded<ChannelChange<T>>(new UnboundedChannelOptions { SingleReader = true });

    internal override void Post(ChannelChangeKind kind, Cell cell)
    {
        try
        {
            _changes.Writer.TryWrite(new ChannelChange<T>(kind, cell.Read<T>(Key)));
        }
        catch (ChannelTypeException exception)
        {
            _changes.Writer.TryComplete(exception);
        }
    }

    internal override void Complete() => _changes.Writer.TryComplete();

    internal IAsyncEnumerable<ChannelChange<T>> ReadAllAsync(CancellationToken cancellationToken) =>
        _changes.Reader.ReadAllAsync(cancellationToken);
}
