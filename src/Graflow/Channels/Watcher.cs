namespace Graflow.Channels;

/// <summary>One reader of a key's changes, as the channel sees it: called under the channel's lock, never waits.</summary>
internal abstract class Watcher(string key)
{
    internal string Key { get; } = key;

    internal abstract void Post(ChannelChangeKind kind, Cell cell);

    internal abstract void Complete();
}
