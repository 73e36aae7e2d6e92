using Graflow.CompilerServices;

namespace Graflow.Channels;

internal sealed record AppendWrite<T>(string Key, T Item) : ChannelWrite(Key)
{
    internal override Cell Apply(Cell? current, TimeSpan now) => Cell.Append(current, Key, Item).List;

    internal override ChannelOperation Operation => ChannelOperation.Append;

    internal override void WriteRest(ref PayloadWriter writer) => PayloadCellTransfer.Write(ref writer, PayloadListCell.ElementOf(Item));
}
