namespace Graflow.Channels;

/// <summary>What a body in another process asks of its run's channel. The numbers are on the wire.</summary>
internal enum ChannelOperation : byte
{
    Set = 1,
    Read = 2,
    Delete = 3,
    Exists = 4,
    Keys = 5,
    Clear = 6,

    /// <summary>Set if nobody else did since the value was read.</summary>
    Replace = 7,
    Increment = 8,
    Append = 9,
    TryAdd = 10,
    Watch = 11,

    /// <summary>A key's time to live ended; in journals only.</summary>
    Expire = 12,
}
