using Graflow.CompilerServices;

namespace Graflow.Channels;

internal sealed record IncrementWrite(string Key, long By) : ChannelWrite(Key)
{
    internal override Cell Apply(Cell? current, TimeSpan now) => Cell.Increment(current, Key, By);

    internal override ChannelOperation Operation => ChannelOperation.Increment;

    internal override void WriteRest(ref PayloadWriter writer) => writer.WriteUnmanaged(By);
}
