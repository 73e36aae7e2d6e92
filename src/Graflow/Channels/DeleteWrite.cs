namespace Graflow.Channels;

internal sealed record DeleteWrite(string Key) : ChannelWrite(Key)
{
    internal override Cell? Apply(Cell? current, TimeSpan now) => null;
}
