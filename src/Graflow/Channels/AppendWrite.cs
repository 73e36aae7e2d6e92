using Graflow.CompilerServices;

namespace Graflow.Channels;

internal sealed record AppendWrite<T>(string Key, T Item) : ChannelWrite(Key)
{
    internal override Cell Apply(Cell? current, TimeSpan now) => Cell.Append(current, Key, Item).List;

    internal override ChannelOperation Operation => ChannelOperation.Append;

    internal override PayloadCell Encode() => ElementOf(Item);

    internal override void WriteRest(ref PayloadWriter writer) => PayloadCellTransfer.Write(ref writer, Encode());

    /// <summary>The element's bytes, with the list's type.</summary>
    internal static PayloadCell ElementOf(T item) => item is ChannelPayload payload ? payload.Given : PayloadListCell.ElementOf(item);
}
