using Graflow.CompilerServices;
using Graflow.Resilience;

namespace Graflow.Channels;

internal sealed record SetWrite<T>(string Key, T Value, TimeSpan? Ttl) : ChannelWrite(Key, Ttl)
{
    internal override Cell Apply(Cell? current, TimeSpan now) => Cell.Of(Value, MonotonicClock.Add(now, Ttl));

    internal override ChannelOperation Operation => ChannelOperation.Set;

    internal override PayloadCell Encode() => PayloadCell.Of(Cell.Of(Value, Cell.Never));

    internal override void WriteRest(ref PayloadWriter writer)
    {
        ChannelWriteTransfer.WriteTtl(ref writer, Ttl);
        PayloadCellTransfer.Write(ref writer, Encode());
    }
}
