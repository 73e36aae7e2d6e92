using Graflow.CompilerServices;

namespace Graflow.Channels;

internal sealed record DeleteWrite(string Key) : ChannelWrite(Key)
{
    internal override Cell? Apply(Cell? current, TimeSpan now) => null;

    internal override ChannelOperation Operation => ChannelOperation.Delete;

    internal override void WriteRest(ref PayloadWriter writer)
    {
    }
}
