namespace Graflow.Channels;

internal sealed record AppendWrite<T>(string Key, T Item) : ChannelWrite(Key)
{
    internal override Cell Apply(Cell? current, TimeSpan now) => Cell.Append(current, Key, Item);
}
