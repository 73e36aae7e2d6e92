namespace Graflow.Channels;

/// <summary>As what a key's value is moved where nobody knows its type: a channel takes and gives it in place of any value.</summary>
/// <param name="cell">What holds the value.</param>
internal sealed class ChannelPayload(Cell cell)
{
    internal Cell Cell => cell;

    /// <summary>The value of one that is given to a channel.</summary>
    internal PayloadCell Given => (PayloadCell)cell;

    /// <summary>Whether a channel gave it; an update that returns it changes nothing.</summary>
    internal bool IsRead { get; init; }
}
