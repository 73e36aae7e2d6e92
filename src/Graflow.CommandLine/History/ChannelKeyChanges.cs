using System.Globalization;

namespace Graflow.History;

/// <summary>What happened to a key of the channel, in short.</summary>
internal readonly record struct ChannelKeyChanges(int Count, ChannelChangeKind Kind, DateTimeOffset Last)
{
    internal ChannelKeyChanges With(ChannelChanged changed) => new(Count + 1, changed.Change, changed.Time);

    public override string ToString()
    {
        var kind = Kind switch
        {
            ChannelChangeKind.Deleted => "deleted",
            ChannelChangeKind.Expired => "expired",
            _ => "set",
        };
        return Count == 1 ? kind : string.Create(CultureInfo.InvariantCulture, $"changed {Count} times, at last {kind}");
    }
}
